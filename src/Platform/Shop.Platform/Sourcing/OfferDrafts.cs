using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Makes the draft, its mapping to the supplier and its first prices from an offer that was read.</summary>
internal sealed class OfferDrafts(ShopDb db, IIdSource ids, TimeProvider time, DraftProduct drafts, OfferPricing pricing)
{
    public async Task<Product> AddAsync(OfferDraft draft, CancellationToken cancellationToken)
    {
        var (request, read) = (draft.Request, draft.Offer);
        var offer = Store(draft);
        var drafted = await drafts.AddAsync(Describe(draft), cancellationToken);
        offer.ProductId = drafted.Product.Id;
        (drafted.Product.MinDays, drafted.Product.MaxDays) = (offer.MinDays, offer.MaxDays);
        for (var i = 0; i < read.Variants.Count; i++)
            db.Add(Map(offer, drafted.Variants[i].Id, read.Variants[i]));
        var amounts = read.Variants.Select(v => v.Price).ToList();
        await pricing.FirstPricesAsync(drafted, amounts, offer.Shipping, request.Actor, cancellationToken);
        db.Audit(request.Actor, "sourcing.import-offer", drafted.Product.Id.ToString(), $"{request.ConnectorId} {request.ProductKey}");
        return drafted.Product;
    }

    private SupplierOffer Store(OfferDraft draft)
    {
        var (read, now) = (draft.Offer, time.GetUtcNow());
        var offer = draft.Known ?? new SupplierOffer
        {
            Id = ids.New<SupplierOffer>(),
            ConnectorId = draft.Request.ConnectorId,
            ProductKey = draft.Request.ProductKey,
            Snapshot = read,
        };
        if (draft.Known is null)
            db.Add(offer);
        offer.Snapshot = read;
        (offer.StoreId, offer.StoreName) = (read.StoreId, read.StoreName);
        offer.TextSeenAt = offer.PriceSeenAt = offer.StockSeenAt = read.SeenAt;
        offer.Status = read.Available == false ? OfferStatus.SoldOut : OfferStatus.Available;
        offer.NextCheckAt = now + WatchSchedule.Quiet;
        if (draft.Shipping is { } shipping)
            offer.SetShipping(shipping, now);
        return offer;
    }

    private static NewProduct Describe(OfferDraft draft)
    {
        var read = draft.Offer;
        var variants = read.Variants.Select(v => new NewVariant(
            v.Options, v.Image is { } image ? draft.Pictures.Stored.GetValueOrDefault(image) : null, null, v.Stock)).ToList();
        return new NewProduct(read.Title, read.Description, draft.Request.CategoryPath ?? read.Category, draft.Pictures.Gallery, read.Specifications, variants)
        {
            SourceSite = draft.Request.ConnectorId,
            SourceProductId = read.ProductId,
            SourceUrl = read.Url,
            SourcePrice = read.Price?.Value,
            SourceCurrency = read.Price?.Currency,
            DemandScore = draft.Request.DemandScore,
            Rating = read.Rating,
            RatingCount = read.RatingCount,
        };
    }

    private SupplierVariant Map(SupplierOffer offer, Id<Variant> variant, OfferVariant read)
    {
        var mapped = new SupplierVariant
        {
            Id = ids.New<SupplierVariant>(),
            OfferId = offer.Id,
            VariantId = variant,
            Sku = read.Id,
            Options = read.Options,
        };
        mapped.Read(read);
        return mapped;
    }
}

/// <param name="Shipping">Null when the supplier cannot quote: the draft then waits for a price by hand.</param>
/// <param name="Known">The offer's row, if it was stored before as an alternative.</param>
internal sealed record OfferDraft(ImportRequest Request, Offer Offer, ShippingOption? Shipping, OfferPictures Pictures, SupplierOffer? Known);
