using Shop.Admin;
using Shop.Host;
using Shop.Host.Site;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.ConnectorHosting.CommandLine;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Pricing.Fx;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Runtime;

if (args is ["connector", ..])
    return await ConnectorCommand.RunAsync(args);

return await Launch.RunAsync(args,
    builder => builder.UseWorkflows(),
    (services, settings) => services
        .AddKernel(settings)
        .AddTenancy(settings)
        .AddIdentity(settings)
        .AddWorkflows(settings)
        .AddConnectorHosting(settings)
        .AddFx(settings)
        .AddWeb(settings)
        .AddSite()
        .AddAdmin(),
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
