using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Pricing;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Tests.Sourcing;

namespace Shop.Platform.Tests.Catalog;

/// <summary>Catalogue and pricing with products made by hand, and a count of the queries.</summary>
internal sealed class CatalogHost : IAsyncDisposable
{
    public required SliceHost Host { get; init; }
    public required QueryCount Queries { get; init; }

    public static async Task<CatalogHost> StartAsync(Provider provider)
    {
        var queries = new QueryCount();
        return new CatalogHost
        {
            Queries = queries,
            Host = await SliceHost.StartAsync(provider, (services, configuration) =>
            {
                services.AddCatalog(configuration).AddPricing(configuration);
                services.AddSingleton<IExchangeRates, FixedRates>();
                services.AddSingleton<ILoggerProvider>(queries);
            }),
        };
    }

    /// <summary>A product with one variant per price, on sale unless told otherwise.</summary>
    public Task<Id<Product>> AddAsync(
        string title, decimal[] prices, string? category = null, decimal? demand = null, int? stock = 5, bool publish = true, string? titleFr = null,
        TenantId? tenant = null) => Host.InTenantAsync(async s =>
    {
        var (db, now) = (s.GetRequiredService<ShopDb>(), Host.Time.GetUtcNow());
        var variants = prices.Select((p, i) => new NewVariant([new("Size", $"{i + 1}")], null, p / 2m, stock)).ToList();
        var drafted = await s.GetRequiredService<DraftProduct>().AddAsync(
            new NewProduct(title, "<p>Text</p>", category, [], [], variants) { DemandScore = demand, SourceSite = "aliexpress" }, CancellationToken.None);
        drafted.Product.TitleFr = titleFr;
        for (var i = 0; i < prices.Length; i++)
            db.Log(drafted.Variants[i].Reprice(prices[i], null, "test", "test", now), s.GetRequiredService<IIdSource>());
        drafted.Product.Summarise(drafted.Variants, now);
        drafted.Product.Index(db.Set<Category>().Local.FirstOrDefault(c => c.Id == drafted.Product.CategoryId), drafted.Variants);
        if (publish)
            drafted.Product.Publish(now);
        await db.SaveChangesAsync();
        return drafted.Product.Id;
    }, tenant);

    public Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull => Host.InTenantAsync(s => work(s.GetRequiredService<TService>()));

    public Task<ProductList> BrowseAsync(string? text = null, string? category = null, string sort = "relevance", string language = "en", Func<ProductQuery, ProductQuery>? with = null) =>
        WithAsync<ICatalog, ProductList>(c => c.BrowseAsync((with ?? (q => q))(new ProductQuery(text, category, sort, 1, 20, language)), CancellationToken.None));

    public Task<Product> ProductAsync(Id<Product> id) => WithAsync<ShopDb, Product>(db => db.Set<Product>().SingleAsync(p => p.Id == id));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>Counts the commands EF sends.</summary>
internal sealed class QueryCount : ILoggerProvider, ILogger
{
    private const int CommandExecuted = 20101;

    public int Count { get; private set; }

    public void Reset() => Count = 0;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == CommandExecuted)
            Count++;
    }

    public void Dispose() { }
}
