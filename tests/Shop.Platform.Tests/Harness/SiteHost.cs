using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Tests.Harness;

/// <summary>A real server on a loopback port with tenancy, identity and three echo endpoints; hosts are chosen by the Host header.</summary>
public sealed class SiteHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly string? _postgres;

    private SiteHost(WebApplication app, string folder, string? postgres) => (_app, _folder, _postgres) = (app, folder, postgres);

    public required FakeTimeProvider Time { get; init; }

    public IServiceProvider Services => _app.Services;

    public string Folder => _folder;

    public static async Task<SiteHost> StartAsync(Provider provider, Action<WebApplication>? map = null)
    {
        var folder = Directory.CreateTempSubdirectory("shop-site-").FullName;
        var postgres = provider == Provider.Postgres ? PostgresServer.Instance!.NewDatabase() : null;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(SiteHost).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Folder"] = folder,
            ["Database:Provider"] = postgres is null ? "sqlite" : "postgres",
            ["Database:ConnectionString"] = postgres ?? $"Data Source={Path.Combine(folder, "shop.db")}",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(options => KernelJson.Configure(options.SerializerOptions));
        builder.Services.AddKernel(builder.Configuration);
        builder.Services.AddTenancy(builder.Configuration);
        builder.Services.AddIdentity(builder.Configuration);
        foreach (var background in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "OutboxService").ToList())
            builder.Services.Remove(background);
        var app = builder.Build();
        Pipeline(app);
        map?.Invoke(app);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ShopDb>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        return new SiteHost(app, folder, postgres) { Time = time };
    }

    /// <summary>A browser that keeps cookies per host.</summary>
    public Browser NewBrowser() => new(new Uri(_app.Urls.Single()));

    private static void Pipeline(WebApplication app)
    {
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.None });
        app.UseRouting();
        app.UseIdentity();
        app.UseTenancy();
        app.UseAuthorization();
        app.MapIdentity();
        app.MapGet("/where", Store).OnStoreHost().AllowAnonymous();
        app.MapGet("/where", (ITenantAccessor tenant) => $"admin {tenant.Current}").OnAdminHost().AllowAnonymous();
        app.MapGet("/where", (ITenantAccessor tenant) => $"platform {tenant.Current}").OnPlatformHost().AllowAnonymous();
        app.MapGet("/only-store", Store).OnStoreHost().AllowAnonymous();
        app.MapGet("/health", () => "ok").AllowAnonymous();
        foreach (var permission in Permissions.All)
            app.MapGet("/api/may/" + permission, () => "yes").OnAdminHost().RequireStaff(permission);
    }

    private static async Task<string> Store(ITenants tenants, CancellationToken cancellationToken) => "store " + (await tenants.CurrentAsync(cancellationToken)).Slug;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_postgres is not null)
            PostgresServer.Instance!.Drop(_postgres);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
