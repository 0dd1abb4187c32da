using Shop.Admin;
using Shop.Host;
using Shop.Host.Site;
using Shop.Platform.Catalog;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Fulfilment;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.MarketResearch;
using Shop.Platform.Media;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;
using Shop.Platform.Pricing;
using Shop.Platform.Pricing.Fx;
using Shop.Platform.Pricing.Tax;
using Shop.Platform.Realtime;
using Shop.Platform.Sourcing;
using Shop.Platform.Support;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Runtime;
using Shop.Storefront;

return await Launch.RunAsync(args,
    builder =>
    {
        var (services, settings) = (builder.Services, builder.Configuration);
        services.AddKernel(settings);
        services.AddTenancy(settings);
        services.AddIdentity(settings);
        services.AddWorkflows(settings);
        services.AddConnectorHosting(settings);
        services.AddMedia(settings);
        services.AddCatalog(settings);
        services.AddPricing(settings);
        services.AddFx(settings);
        services.AddTaxes();
        services.AddSourcing(settings);
        services.AddMarketResearch(settings);
        services.AddPayments(settings);
        services.AddOrdering(settings);
        services.AddFulfilment(settings);
        services.AddSupport(settings);
        services.AddRealtime(settings);
        services.AddWeb(settings);
        services.AddSite();
        services.AddStorefront();
        services.AddAdmin();
        builder.UseWorkflows();
    },
    app =>
    {
        app.UseWeb();
        app.MapWeb();
        app.MapIdentity();
        app.MapWorkflows();
        app.MapConnectorHosting();
        app.MapMedia();
        app.MapCatalog();
        app.MapPricing();
        app.MapFx();
        app.MapSourcing();
        app.MapMarketResearch();
        app.MapPayments();
        app.MapOrdering();
        app.MapFulfilment();
        app.MapRealtime();
        app.MapSite();
        app.MapStorefront();
        app.MapAdmin();
    });
