using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Catalog;
using Shop.Platform.Identity;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows;

namespace Shop.Platform.Sourcing;

/// <summary>Between suppliers and catalogue: search, import, mapping, monitoring, quotes.</summary>
public static class SourcingSlice
{
    public static IServiceCollection AddSourcing(this IServiceCollection services, IConfiguration configuration)
    {
        AddReading(services);
        AddUseCases(services);
        services.AddSingleton<QuoteCache>();
        services.AddScoped<SupplyLineQuotes>();
        services.AddScoped<FindAlternatives>();
        services.AddScoped<UseOffer>();
        services.AddScoped<ISupply, Supply>();
        services.AddScoped<WantedOffers>();
        services.AddScoped<ISourcingRuns, RequestedRuns>();
        services.AddWorkflow("source-products").AddWorkflow("monitor-offers");
        services.AddActivity<SearchActivity>("sourcing.search", "done", "none");
        services.AddActivity<ImportOffersActivity>("sourcing.import-offers", "more", "done");
        services.AddActivity<PublishDraftsActivity>("sourcing.publish-drafts", "done");
        services.AddActivity<FinishRunActivity>("sourcing.finish-run", "done");
        services.AddActivity<WatchOffersActivity>("sourcing.watch-offers", "done");
        return services;
    }

    private static void AddReading(IServiceCollection services)
    {
        services.AddScoped<OfferCosts>();
        services.AddScoped<OfferImages>();
        services.AddScoped<OfferPricing>();
        services.AddScoped<OfferDrafts>();
        services.AddScoped<OfferUpkeep>();
        services.AddScoped<ImportOffer>();
        services.AddScoped<WatchOffer>();
        services.AddScoped<ReimportPricing>();
        services.AddScoped<ReimportedFields>();
    }

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<StartSourcingRun>();
        services.AddScoped<ReadSourcingRun>();
        services.AddScoped<SearchSuppliers>();
        services.AddScoped<ReimportOffer>();
        services.AddScoped(p => new ImportFromAddress(
            p.GetRequiredService<ShopDb>(), p.GetRequiredService<IConnectors>(), p.GetRequiredService<ImportOffer>(), p.GetRequiredService<IWorkflows>()));
        services.AddScoped(p => new ApplyReimport(
            p.GetRequiredService<ShopDb>(), p.GetRequiredService<CategoryTree>(), p.GetRequiredService<ReimportedFields>(), p.GetRequiredService<TimeProvider>()));
        services.AddScoped(p => new ReadSource(p.GetRequiredService<ShopDb>(), p.GetRequiredService<OfferCosts>()));
    }

    public static IEndpointRouteBuilder MapSourcing(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/admin").OnAdminHost().RequireStaff(Permissions.SourcingRead);
        read.MapGet("/sourcing/runs", ReadSourcingRun.HandleListAsync);
        read.MapGet("/sourcing/runs/{id}", ReadSourcingRun.HandleAsync).Produces<RunReport>().ProducesProblem(StatusCodes.Status404NotFound);
        read.MapGet("/products/{id}/source", ReadSource.HandleAsync);

        var run = routes.MapGroup("/api/admin").OnAdminHost().RequireStaff(Permissions.SourcingRun);
        run.MapGet("/sourcing/search", SearchSuppliers.HandleAsync).Produces<SupplierFinds>().ProducesProblem(StatusCodes.Status400BadRequest);
        run.MapPost("/sourcing/runs", StartSourcingRun.HandleAsync).Produces<StartedRun>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest);
        run.MapPost("/sourcing/import", ImportFromAddress.HandleAsync).Produces<ImportedProduct>().ProducesProblem(StatusCodes.Status400BadRequest);
        run.MapPost("/products/{id}/reimport", ReimportOffer.HandleAsync).Produces<ReimportDiff>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        run.MapPost("/products/{id}/reimport/apply", ApplyReimport.HandleAsync).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);
        return routes;
    }
}
