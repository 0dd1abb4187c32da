using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Tests.Harness;

/// <summary>
/// Slices on a real, empty database with a clock that stands still. Background services do not run: call
/// <see cref="DeliverAsync"/> to deliver events. Dispose drops the database.
/// </summary>
public sealed class SliceHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shop-test-").FullName;
    private readonly Provider _provider;
    private readonly string _connection;

    private SliceHost(Provider provider, Action<IServiceCollection, IConfiguration> slices, Dictionary<string, string?> settings)
    {
        _provider = provider;
        _connection = provider == Provider.Sqlite ? $"Data Source={Path.Combine(_folder, "shop.db")}" : PostgresServer.Instance!.NewDatabase();
        settings["Database:Provider"] = provider == Provider.Sqlite ? "sqlite" : "postgres";
        settings["Database:ConnectionString"] = _connection;
        settings["Data:Folder"] = _folder;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging();
        services.AddKernel(configuration);
        slices(services, configuration);
        Services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));

    public ServiceProvider Services { get; }

    public TenantId Tenant { get; } = new(Guid.Parse("11111111-1111-1111-1111-111111111111"));

    public string Folder => _folder;

    public static async Task<SliceHost> StartAsync(
        Provider provider, Action<IServiceCollection, IConfiguration>? slices = null, Dictionary<string, string?>? settings = null,
        bool createSchema = true)
    {
        var host = new SliceHost(provider, slices ?? ((_, _) => { }), settings ?? []);
        if (!createSchema)
            return host;
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Database.EnsureCreatedAsync();
        return host;
    }

    /// <summary>Runs <paramref name="work"/> in a fresh scope of <see cref="Tenant"/> (or another one).</summary>
    public async Task<T> InTenantAsync<T>(Func<IServiceProvider, Task<T>> work, TenantId? tenant = null)
    {
        await using var scope = Services.CreateTenantScope(tenant ?? Tenant);
        return await work(scope.ServiceProvider);
    }

    public async Task InTenantAsync(Func<IServiceProvider, Task> work, TenantId? tenant = null)
    {
        await using var scope = Services.CreateTenantScope(tenant ?? Tenant);
        await work(scope.ServiceProvider);
    }

    /// <summary>Delivers all due events, including those that handlers publish.</summary>
    public async Task DeliverAsync()
    {
        while (await Services.GetRequiredService<OutboxDelivery>().DeliverDueAsync(TestContext.Current.CancellationToken) > 0) { }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in Services.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        await Services.DisposeAsync();
        if (_provider == Provider.Postgres)
            PostgresServer.Instance!.Drop(_connection);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
