using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>
/// Looks at one offer again and carries price and stock into the shop. A fault changes no price and no stock: only a clear "gone" or "not
/// available" of the supplier, or two days without any answer, takes something off sale. Changes the scope's <c>ShopDb</c> without saving.
/// </summary>
internal sealed class WatchOffer(ShopDb db, IConnectors connectors, OfferCosts costs, OfferUpkeep upkeep, TimeProvider time)
{
    /// <returns>The fault, if there was one.</returns>
    public async Task<Fault?> RunAsync(SupplierOffer offer, CancellationToken cancellationToken)
    {
        var mapped = await db.Set<SupplierVariant>().Where(v => v.OfferId == offer.Id).ToListAsync(cancellationToken);
        var answer = await connectors.WatchOfferAsync(offer.ConnectorId, offer.ProductKey, Market.Canada, cancellationToken);
        var fault = answer.Failed(out var given, out var read) ? given : Doubt(read);
        if (fault is not null)
        {
            await AfterFaultAsync(offer, mapped, fault, cancellationToken);
            return fault;
        }
        var prices = mapped.ToDictionary(m => m.Id, m => m.Amount);
        Take(offer, mapped, read!);
        await RefreshShippingAsync(offer, read!, cancellationToken);
        var product = await upkeep.FollowAsync(offer, mapped, prices, cancellationToken);
        offer.NextCheckAt = WatchSchedule.Next(offer, product, time.GetUtcNow());
        return null;
    }

    /// <summary>An answer without variants, or for another product, is not news about price and stock.</summary>
    private static Fault? Doubt(Offer? read) => read is { Variants.Count: > 0 }
        ? null : new Fault(FaultKind.LayoutChanged, "The supplier's answer names no variants.") { Field = "variants" };

    private async Task AfterFaultAsync(SupplierOffer offer, List<SupplierVariant> mapped, Fault fault, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        offer.Failures++;
        offer.LastFault = fault.Message;
        if (fault.Kind is FaultKind.NotFound or FaultKind.NotAvailable)
        {
            offer.Status = fault.Kind == FaultKind.NotFound ? OfferStatus.Gone : OfferStatus.SoldOut;
            foreach (var variant in mapped)
                (variant.Gone, variant.Stock) = (fault.Kind == FaultKind.NotFound, fault.Kind == FaultKind.NotFound ? variant.Stock : 0);
            var product = await upkeep.FollowAsync(offer, mapped, mapped.ToDictionary(m => m.Id, m => m.Amount), cancellationToken);
            // It may come back: looked at like any quiet offer, not ever more rarely.
            offer.NextCheckAt = WatchSchedule.Next(offer, product, now);
            return;
        }
        if (now - offer.PriceSeenAt > WatchSchedule.StaleAfter)
            await upkeep.PauseStaleAsync(mapped, cancellationToken);
        offer.NextCheckAt = WatchSchedule.AfterFault(offer, fault, now);
    }

    private void Take(SupplierOffer offer, List<SupplierVariant> mapped, Offer read)
    {
        var bySku = read.Variants.DistinctBy(v => v.Id).ToDictionary(v => v.Id);
        foreach (var variant in mapped)
        {
            if (bySku.TryGetValue(variant.Sku, out var found))
                variant.Read(found);
            else
                variant.Gone = true;
        }
        if (read.Available == false)
            mapped.ForEach(v => v.Stock = 0);
        var seen = read.SeenAt == default ? time.GetUtcNow() : read.SeenAt;
        if (read.Variants.Any(v => v.Price is not null))
            offer.PriceSeenAt = seen;
        offer.StockSeenAt = seen;
        offer.StoreId = read.StoreId ?? offer.StoreId;
        offer.Status = mapped.Count > 0 && mapped.All(v => v.Stock is 0 || v.Gone) ? OfferStatus.SoldOut : OfferStatus.Available;
        (offer.Failures, offer.LastFault) = (0, null);
    }

    private async Task RefreshShippingAsync(SupplierOffer offer, Offer read, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (offer.ShippingSeenAt is { } seen && now - seen < WatchSchedule.ShippingFreshFor && read.Shipping.Count == 0)
            return;
        var quote = await costs.QuoteAsync(offer.ConnectorId, read, cancellationToken);
        if (!quote.Failed(out _, out var option))
            offer.SetShipping(option, now);
    }
}
