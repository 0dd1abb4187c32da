using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Makes an offer's SKU the source of a variant; the former source stays as an alternative. Does not save; repeated, it changes nothing.</summary>
internal sealed class UseOffer(ShopDb db, IConnectors connectors, OfferCosts costs, IIdSource ids, TimeProvider time)
{
    public async Task<Outcome<Done>> RunAsync(
        Id<Variant> variantId, string connectorId, string productKey, string sku, string actor, CancellationToken cancellationToken)
    {
        var variant = await db.Set<Variant>().SingleOrDefaultAsync(v => v.Id == variantId, cancellationToken);
        if (variant is null)
            return Problem.NotFound("variant");
        var answer = await connectors.ReadOfferAsync(connectorId, productKey, Market.Canada, cancellationToken);
        if (answer.Failed(out var fault, out var read))
            return Problem.Unavailable("sourcing.supplier-fault", fault.Message);
        if (read.Variants.FirstOrDefault(v => v.Id == sku) is not { } chosen)
            return Problem.Conflict("supply.gone", "The supplier no longer has this variant.");
        var offer = await StoreAsync(connectorId, read, cancellationToken);
        var sources = await db.Set<SupplierVariant>().Where(s => s.VariantId == variantId).ToListAsync(cancellationToken);
        var source = sources.FirstOrDefault(s => s.OfferId == offer.Id && s.Sku == sku) ?? Add(offer, variantId, chosen, sources);
        source.Read(chosen);
        foreach (var (other, rank) in sources.Where(s => s != source).OrderBy(s => s.Priority).Select((s, i) => (s, i)))
            other.Priority = rank + 1;
        source.Priority = 0;
        variant.Stock = chosen.Stock;
        variant.Cost = await costs.LandedAsync(source.Amount, offer.Shipping, cancellationToken) ?? variant.Cost;
        db.Audit(actor, "sourcing.use-offer", variantId.ToString(), $"{connectorId} {productKey} {sku}");
        return default(Done);
    }

    private async Task<SupplierOffer> StoreAsync(string connectorId, Offer read, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var offer = db.Set<SupplierOffer>().Local.FirstOrDefault(o => o.ConnectorId == connectorId && o.ProductKey == read.ProductId)
            ?? await db.Set<SupplierOffer>().SingleOrDefaultAsync(o => o.ConnectorId == connectorId && o.ProductKey == read.ProductId, cancellationToken);
        if (offer is not null)
            return offer;
        offer = new SupplierOffer
        {
            Id = ids.New<SupplierOffer>(),
            ConnectorId = connectorId,
            ProductKey = read.ProductId,
            Snapshot = read,
            StoreId = read.StoreId,
            StoreName = read.StoreName,
            TextSeenAt = read.SeenAt,
            PriceSeenAt = read.SeenAt,
            StockSeenAt = read.SeenAt,
            NextCheckAt = now + WatchSchedule.OnSale,
        };
        if (!(await costs.QuoteAsync(connectorId, read, cancellationToken)).Failed(out _, out var shipping))
            offer.SetShipping(shipping, now);
        db.Add(offer);
        return offer;
    }

    private SupplierVariant Add(SupplierOffer offer, Id<Variant> variant, OfferVariant chosen, List<SupplierVariant> sources)
    {
        var added = new SupplierVariant
        {
            Id = ids.New<SupplierVariant>(),
            OfferId = offer.Id,
            VariantId = variant,
            Sku = chosen.Id,
            Options = chosen.Options,
        };
        db.Add(added);
        sources.Add(added);
        return added;
    }
}
