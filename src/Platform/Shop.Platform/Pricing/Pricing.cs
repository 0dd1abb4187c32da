using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Identity;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Pricing;

/// <summary>From cost to price: the tenant's versioned rule. Exchange rates and taxes have registrations of their own.</summary>
public static class PricingSlice
{
    public static IServiceCollection AddPricing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<PriceRules>();
        services.AddScoped<CadRates>();
        services.AddScoped<PreviewPriceRule>();
        services.AddScoped<ApplyPriceRule>();
        return services;
    }

    public static IEndpointRouteBuilder MapPricing(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/admin/pricing/rule").OnAdminHost().RequireStaff(Permissions.CatalogRead);
        read.MapGet("", PreviewPriceRule.HandleCurrentAsync);
        read.MapPost("/preview", PreviewPriceRule.HandleAsync).Produces<RulePreview>().ProducesProblem(StatusCodes.Status400BadRequest);

        var write = routes.MapGroup("/api/admin/pricing/rule").OnAdminHost().RequireStaff(Permissions.CatalogWrite);
        write.MapPut("", ApplyPriceRule.HandleAsync).Produces<AppliedRule>().ProducesProblem(StatusCodes.Status400BadRequest);
        write.MapPost("/rollback/{version:int}", ApplyPriceRule.HandleRollBackAsync).Produces<AppliedRule>().ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }
}
