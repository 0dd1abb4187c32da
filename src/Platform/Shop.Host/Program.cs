using Shop.Admin;
using Shop.Host;
using Shop.Host.Site;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

return await Launch.RunAsync(args,
    (services, settings) => services
        .AddKernel(settings)
        .AddTenancy(settings)
        .AddIdentity(settings)
        .AddWeb(settings)
        .AddSite()
        .AddAdmin(),
    app =>
    {
        app.UseWeb();
        app.MapWeb();
        app.MapIdentity();
        app.MapSite();
        app.MapAdmin();
    });
