using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.MarketResearch.Runs;
using Shop.Platform.Workflows;

namespace Shop.Platform.MarketResearch;

/// <summary>Market research: what could be sold, with the evidence.</summary>
public static class MarketResearchSlice
{
    public static IServiceCollection AddMarketResearch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IMarketResearch, ResearchDesk>();
        services.AddScoped<StartResearch>();
        services.AddScoped<SourceCandidate>();
        services.AddScoped<ReadLimits>();
        services.AddScoped<ChangeLimits>();
        services.AddScoped<AskSource>();
        services.AddScoped<LandOffer>();
        services.AddActivity<CollectSignals>("research.collect-signals", "done");
        services.AddActivity<ScoreCandidates>("research.score", "done");
        services.AddActivity<AutoSource>("research.auto-source", "done");
        services.AddActivity<ReportFindings>("research.report", "done");
        return services.AddWorkflow(StartResearch.Workflow);
    }

    public static IEndpointRouteBuilder MapMarketResearch(this IEndpointRouteBuilder routes)
    {
        ResearchEndpoints.Map(routes);
        return routes;
    }
}
