using Shop.Sandbox.AliExpress;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Control;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Mail;
using Shop.Sandbox.Records;
using Shop.Sandbox.Signals;
using Shop.Sandbox.Stripe;

namespace Shop.Sandbox;

/// <summary>The outside world, assembled.</summary>
public static class SandboxApp
{
    /// <param name="clock">The clock below the sandbox's own; null: the machine's.</param>
    public static WebApplication Build(string[] args, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://127.0.0.1:5090");
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.Configure<SandboxOptions>(builder.Configuration.GetSection("Sandbox"));
        builder.Services.AddSingleton<RecordFolder>();
        builder.Services.AddSingleton(services => new SandboxClock(services.GetRequiredService<RecordFolder>(), clock ?? TimeProvider.System));
        builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<SandboxClock>());
        builder.Services.AddSingleton<FaultBoard>();
        builder.Services.AddCatalogue().AddAliExpress().AddStripe().AddMail().AddSignals();

        var app = builder.Build();
        app.MapControl();
        app.MapCatalogue();
        app.MapAliExpress();
        app.MapStripe();
        app.MapMail();
        app.MapSignals();
        return app;
    }
}
