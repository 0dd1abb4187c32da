using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Carries what was read of an offer into the variants that are bought there, and pauses or resumes their products with the reason.</summary>
internal sealed class OfferUpkeep(ShopDb db, OfferCosts costs, OfferPricing pricing, TimeProvider time)
{
    /// <param name="before">Supplier prices before this reading, for the cause in the price history.</param>
    /// <returns>The product made of this offer. Null when it only backs up another.</returns>
    public async Task<Product?> FollowAsync(
        SupplierOffer offer, List<SupplierVariant> mapped, Dictionary<Id<SupplierVariant>, Amount?> before, CancellationToken cancellationToken)
    {
        var products = await LoadAsync(mapped, cancellationToken);
        foreach (var (product, variants) in products)
        {
            var was = Shown(product, variants);
            var category = await pricing.CategoryAsync(product, cancellationToken);
            foreach (var source in mapped.Where(m => m.Priority == 0))
            {
                if (variants.FirstOrDefault(v => v.Id == source.VariantId) is { } variant)
                    await FollowAsync(variant, source, offer, before[source.Id], category, cancellationToken);
            }
            if (offer.ProductId == product.Id)
                Describe(product, offer, mapped);
            Conclude(product, variants, was);
        }
        return products.Select(p => p.Product).FirstOrDefault(p => p.Id == offer.ProductId);
    }

    /// <summary>Takes products off sale whose price and stock nobody could confirm for too long.</summary>
    public async Task PauseStaleAsync(List<SupplierVariant> mapped, CancellationToken cancellationToken)
    {
        foreach (var (product, _) in await LoadAsync(mapped, cancellationToken))
        {
            if (product.State == ProductState.Published)
                Pause(product, PauseReasons.Stale);
        }
    }

    private async Task FollowAsync(
        Variant variant, SupplierVariant source, SupplierOffer offer, Amount? before, string? category, CancellationToken cancellationToken)
    {
        variant.Stock = source.Stock;
        if (source.Gone)
        {
            variant.PauseReason = PauseReasons.Gone;
            return;
        }
        if (await costs.LandedAsync(source.Amount, offer.Shipping, cancellationToken) is not { } cost)
        {
            // Cost unknown now: price and cost stay as they were confirmed last.
            variant.PauseReason = variant.PauseReason == PauseReasons.Gone ? null : variant.PauseReason;
            return;
        }
        var why = before == source.Amount
            ? "shipping or exchange rate changed"
            : FormattableString.Invariant($"supplier price {before?.Value:0.00##} → {source.Price:0.00##} {source.Currency}");
        await pricing.FollowCostAsync(variant, cost, category, why, cancellationToken);
    }

    private static void Describe(Product product, SupplierOffer offer, List<SupplierVariant> mapped)
    {
        if (mapped.Where(m => m is { Priority: 0, Gone: false }).MinBy(m => m.Price ?? decimal.MaxValue) is { Price: not null } cheapest)
            (product.SourcePrice, product.SourceCurrency) = (cheapest.Price, cheapest.Currency);
        (product.MinDays, product.MaxDays) = (offer.MinDays, offer.MaxDays);
    }

    private void Conclude(Product product, List<Variant> variants, string was)
    {
        var now = time.GetUtcNow();
        if (Shown(product, variants) != was)
        {
            product.Summarise(variants, now);
            db.Publish(new ProductChanged(product.Id));
        }
        if (product.InStock && product.Resume(now))
            db.Audit(ActorNames.Monitoring, "sourcing.resume", product.Id.ToString(), "available again");
        else if (!product.InStock)
            Pause(product, Reason(variants));
    }

    private void Pause(Product product, string reason)
    {
        if (!product.Pause(reason, PausedBy.Monitoring, time.GetUtcNow()))
            return;
        db.Audit(ActorNames.Monitoring, "sourcing.pause", product.Id.ToString(), reason);
        db.Publish(new ProductChanged(product.Id));
    }

    private static string Reason(List<Variant> variants)
    {
        if (variants.All(v => v.PauseReason == PauseReasons.Gone))
            return PauseReasons.Gone;
        return variants.Any(v => v.PauseReason == PauseReasons.BelowFloor && v.Stock is not 0) ? PauseReasons.BelowFloor : PauseReasons.SoldOut;
    }

    private static string Shown(Product product, List<Variant> variants) => FormattableString.Invariant(
        $"{product.SourcePrice} {product.MinDays} {product.MaxDays} {string.Join('|', variants.OrderBy(v => v.Position).Select(v => $"{v.Price} {v.Cost} {v.Stock} {v.PauseReason}"))}");

    private async Task<List<(Product Product, List<Variant> Variants)>> LoadAsync(List<SupplierVariant> mapped, CancellationToken cancellationToken)
    {
        var ids = mapped.Where(m => m.Priority == 0).Select(m => m.VariantId).ToList();
        var products = await db.Set<Product>().Where(p => db.Set<Variant>().Any(v => v.ProductId == p.Id && ids.Contains(v.Id))).ToListAsync(cancellationToken);
        var productIds = products.ConvertAll(p => p.Id);
        var variants = (await db.Set<Variant>().Where(v => productIds.Contains(v.ProductId)).ToListAsync(cancellationToken)).ToLookup(v => v.ProductId);
        return [.. products.Select(p => (p, variants[p.Id].ToList()))];
    }
}
