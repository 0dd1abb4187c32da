using System.Collections.Concurrent;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Sourcing;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Tests.Ordering;

/// <summary>What the slices beside Ordering would say: goods on a shelf, suppliers who quote and a tenant.</summary>
internal sealed class Shelf : ICatalog, ISupply, ITenants
{
    private readonly ConcurrentDictionary<Id<Variant>, SellableVariant> _variants = new();

    public Problem? SupplyProblem { get; set; }

    public Money SupplierShipping { get; set; } = Money.Cad(4m);

    public TenantId Tenant { get; init; } = new(Guid.Parse("11111111-1111-1111-1111-111111111111"));

    public SellableVariant Put(string title, decimal price, int? stock = 100, string taxCategory = "general")
    {
        var variant = new SellableVariant(
            new(Guid.NewGuid()), new(Guid.NewGuid()), "slug", title, [new("Colour", "Red")], Money.Cad(price), null, stock, stock is not 0, stock is 0 ? "Sold out." : null, "/media/abc", taxCategory);
        _variants[variant.Id] = variant;
        return variant;
    }

    public void Change(SellableVariant variant) => _variants[variant.Id] = variant;

    public void Remove(Id<Variant> variant) => _variants.TryRemove(variant, out _);

    public Task<ProductList> BrowseAsync(ProductQuery query, CancellationToken cancellationToken) => Task.FromResult(new ProductList([], 0, []));

    public Task<ProductDetails?> FindAsync(string slug, string language, CancellationToken cancellationToken) => Task.FromResult<ProductDetails?>(null);

    public Task<IReadOnlyList<SellableVariant>> VariantsAsync(IReadOnlyCollection<Id<Variant>> ids, string language, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SellableVariant>>([.. ids.Where(_variants.ContainsKey).Select(id => _variants[id])]);

    public Task<IReadOnlyList<CategoryCount>> CategoriesAsync(string language, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CategoryCount>>([]);

    public Task<Outcome<SupplyQuote>> QuoteAsync(IReadOnlyList<SupplyLine> lines, string province, bool fresh, CancellationToken cancellationToken)
    {
        if (SupplyProblem is { } problem)
            return Task.FromResult<Outcome<SupplyQuote>>(problem);
        var quoted = lines.Select(l => new SupplyGroupLine(l.Variant, l.Quantity, "p", "v", null, _variants[l.Variant].Price * 0.5m, new Amount(1m, "USD"), null)).ToList();
        return Task.FromResult<Outcome<SupplyQuote>>(new SupplyQuote([new("supplier", "store", quoted, "post", SupplierShipping, 7, 12)], default));
    }

    public Task<IReadOnlyList<AlternativeOffer>> AlternativesAsync(Id<Variant> variant, int quantity, string province, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AlternativeOffer>>([]);

    public Task<Outcome<Done>> UseAsync(Id<Variant> variant, string connectorId, string productId, string supplierVariantId, string actor, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<Done>>(new Done());

    public Task<TenantInfo> CurrentAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new TenantInfo(Tenant, "maple", "Maple & Co", "en", "ON", new Uri("http://maple.localhost:5080/"), new Uri("http://admin.localhost:5080/")));

    public async Task<TenantInfo?> FindAsync(TenantId id, CancellationToken cancellationToken) => await CurrentAsync(cancellationToken);

    public async Task<IReadOnlyList<TenantInfo>> ActiveAsync(CancellationToken cancellationToken) => [await CurrentAsync(cancellationToken)];
}
