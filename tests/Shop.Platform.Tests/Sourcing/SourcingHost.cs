using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Media;
using Shop.Platform.Pricing;
using Shop.Platform.Sourcing;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Runtime;

namespace Shop.Platform.Tests.Sourcing;

/// <summary>Catalogue, pricing, media and sourcing on a real database, with suppliers in memory and steps run by hand.</summary>
internal sealed class SourcingHost : IAsyncDisposable
{
    public required SliceHost Host { get; init; }
    public FakeSupplier Supplier => (FakeSupplier)Host.Services.GetRequiredService<IConnectors>();

    public static async Task<SourcingHost> StartAsync(Provider provider, Dictionary<string, string?>? settings = null) => new()
    {
        Host = await SliceHost.StartAsync(provider, (services, configuration) =>
        {
            services.AddWorkflows(configuration).AddCatalog(configuration).AddPricing(configuration).AddMedia(configuration).AddSourcing(configuration);
            services.AddSingleton<IConnectors, FakeSupplier>();
            services.AddSingleton<IExchangeRates, FixedRates>();
        }, settings),
    };

    public Task<T> InTenantAsync<T>(Func<IServiceProvider, Task<T>> work) => Host.InTenantAsync(work);

    public Task<T> ReadAsync<T>(Func<ShopDb, Task<T>> read) => Host.InTenantAsync(s => read(s.GetRequiredService<ShopDb>()));

    public async Task<Id<Product>> ImportAsync(string product = "1", bool publish = false)
    {
        var imported = await InTenantAsync(s => s.GetRequiredService<ImportFromAddress>().RunAsync(
            new PastedAddress($"https://supplier.example/item/{product}"), "ann", CancellationToken.None));
        Assert.Null(imported.Problem);
        if (publish)
            await PublishAsync(imported.Value!.ProductId);
        return imported.Value!.ProductId;
    }

    public async Task PublishAsync(Id<Product> product)
    {
        var outcome = await InTenantAsync(s => s.GetRequiredService<ChangePublication>().RunAsync(PublicationAction.Publish, [product], "ann", CancellationToken.None));
        Assert.Null(outcome.Value![0].Problem);
    }

    public Task<Product> ProductAsync(Id<Product> id) => ReadAsync(db => db.Set<Product>().SingleAsync(p => p.Id == id));

    public Task<List<Variant>> VariantsAsync(Id<Product> id) => ReadAsync(db => db.Set<Variant>().Where(v => v.ProductId == id).OrderBy(v => v.Position).ToListAsync());

    /// <summary>Runs a step the way the engine does: its changes are saved with it.</summary>
    public Task<ActivityResult> StepAsync<T>(JsonObject? input = null, JsonObject? settings = null) where T : IActivity => InTenantAsync(async s =>
    {
        var now = s.GetRequiredService<TimeProvider>().GetUtcNow();
        var context = new ActivityContext(new Id<WorkflowInstance>(Guid.Empty), "step", 1, false, now, "key", new JsonObject { ["input"] = input ?? [] }, settings ?? []);
        var result = await s.GetRequiredService<T>().RunAsync(context, CancellationToken.None);
        await s.GetRequiredService<ShopDb>().SaveChangesAsync();
        return result;
    });

    /// <summary>Runs every workflow that is due, in this thread.</summary>
    public async Task RunDueAsync()
    {
        await Host.DeliverAsync();
        await Host.Services.GetRequiredService<WorkflowSweep>().RunDueAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets a day pass and monitoring look at everything that is due.</summary>
    public async Task WatchAsync()
    {
        Host.Time.Advance(TimeSpan.FromHours(25));
        await StepAsync<WatchOffersActivity>(settings: new JsonObject { ["batch"] = 50 });
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>Stored rates at the boundary to the Bank of Canada: one US dollar is 1.40 CAD, one yuan 0.20.</summary>
internal sealed class FixedRates : IExchangeRates
{
    public Task<Outcome<Converted>> ToCadAsync(Amount amount, DateOnly? day, CancellationToken cancellationToken)
    {
        decimal? rate = amount.Currency switch { "CAD" => 1m, "USD" => 1.40m, "CNY" => 0.20m, _ => null };
        return Task.FromResult<Outcome<Converted>>(rate is { } known
            ? new Converted(Money.Cad(amount.Value * known), known, new DateOnly(2026, 6, 12))
            : Problem.Unavailable("fx.no-rate", $"No rate for {amount.Currency}."));
    }
}
