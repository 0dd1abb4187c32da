using Shop.Admin;
using Shop.Host;
using Shop.Host.Site;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Pricing.Fx;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Runtime;

return await Launch.RunAsync(args,
    builder =>
    {
        var (services, settings) = (builder.Services, builder.Configuration);
        services.AddKernel(settings);
        services.AddTenancy(settings);
        services.AddIdentity(settings);
        services.AddWorkflows(settings);
        services.AddConnectorHosting(settings);
        services.AddFx(settings);
        services.AddWeb(settings);
        services.AddSite();
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
        app.MapSite();
        app.MapAdmin();
    });
