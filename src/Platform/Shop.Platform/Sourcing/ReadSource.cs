using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Where a product's variants are bought, how fresh that knowledge is, and when the supplier is asked again.</summary>
public sealed class ReadSource
{
    private readonly ShopDb _db;
    private readonly OfferCosts _costs;

    internal ReadSource(ShopDb db, OfferCosts costs) => (_db, _costs) = (db, costs);

    public async Task<IReadOnlyList<SourceSheet>> RunAsync(Id<Product> product, CancellationToken cancellationToken)
    {
        var variants = _db.Set<Variant>().Where(v => v.ProductId == product).Select(v => v.Id);
        var mapped = await _db.Set<SupplierVariant>().AsNoTracking().Where(s => variants.Contains(s.VariantId)).ToListAsync(cancellationToken);
        var ids = mapped.Select(m => m.OfferId).Distinct().ToList();
        var offers = await _db.Set<SupplierOffer>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(cancellationToken);
        var sheets = new List<SourceSheet>();
        foreach (var offer in offers.OrderBy(o => o.ProductId == product ? 0 : 1))
            sheets.Add(await SheetAsync(offer, [.. mapped.Where(m => m.OfferId == offer.Id)], cancellationToken));
        return sheets;
    }

    private async Task<SourceSheet> SheetAsync(SupplierOffer offer, List<SupplierVariant> mapped, CancellationToken cancellationToken)
    {
        var first = mapped.FirstOrDefault(m => m.Price is not null)?.Amount;
        decimal? goods = first is null || (await _costs.ToCadAsync(first, cancellationToken)).Failed(out _, out var cad) ? null : cad;
        return new SourceSheet(
            offer.ConnectorId, offer.ProductKey, offer.Snapshot.Url, offer.StoreId, offer.StoreName, offer.Status, offer.Shipping, offer.MinDays, offer.MaxDays,
            OfferCosts.ImportRemark(offer.ShipsFrom, goods), offer.TextSeenAt, offer.PriceSeenAt, offer.StockSeenAt, offer.ShippingSeenAt, offer.NextCheckAt,
            offer.LastFault, [.. mapped.Select(m => new SourceVariant(m.VariantId, m.Sku, m.Amount, m.Stock, m.Gone, m.Priority))]);
    }

    internal static async Task<Ok<IReadOnlyList<SourceSheet>>> HandleAsync(Id<Product> id, ReadSource useCase, CancellationToken cancellationToken) =>
        TypedResults.Ok(await useCase.RunAsync(id, cancellationToken));
}

/// <param name="ImportRemark">About duty on arrival. Null when there is none to expect.</param>
/// <param name="LastFault">Why the last reading failed. Null when it did not.</param>
public sealed record SourceSheet(
    string ConnectorId, string ProductKey, string? Url, string? StoreId, string? StoreName, OfferStatus Status, Amount? Shipping, int? MinDays, int? MaxDays,
    string? ImportRemark, DateTimeOffset TextSeenAt, DateTimeOffset PriceSeenAt, DateTimeOffset StockSeenAt, DateTimeOffset? ShippingSeenAt,
    DateTimeOffset NextCheckAt, string? LastFault, IReadOnlyList<SourceVariant> Variants);

/// <param name="Priority">0 is in use.</param>
public sealed record SourceVariant(Id<Variant> Variant, string Sku, Amount? Price, int? Stock, bool Gone, int Priority);
