using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;

namespace Shop.Platform.Sourcing;

/// <summary>Where a variant can be bought: one SKU of one offer. The lowest priority number is used.</summary>
public sealed class SupplierVariant : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<SupplierVariant> Id { get; init; }
    public Id<SupplierOffer> OfferId { get; init; }
    public Id<Variant> VariantId { get; init; }

    /// <summary>The supplier's SKU id.</summary>
    public required string Sku { get; init; }

    public string? OrderKey { get; set; }
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; set; } = [];

    /// <summary>As the supplier states it, in <see cref="Currency"/>. Null when unknown.</summary>
    public decimal? Price { get; set; }

    public string? Currency { get; set; }

    /// <summary>Null when the supplier does not tell.</summary>
    public int? Stock { get; set; }

    /// <summary>The offer no longer has this SKU.</summary>
    public bool Gone { get; set; }

    /// <summary>0 is the source in use; others are alternatives, best first.</summary>
    public int Priority { get; set; }

    internal Amount? Amount => Price is { } price && Currency is { } currency ? new Amount(price, currency) : null;

    /// <summary>Takes over a reading. An unknown price keeps the last known one; an unknown stock is unknown.</summary>
    internal void Read(OfferVariant read)
    {
        Gone = false;
        OrderKey = read.OrderKey ?? OrderKey;
        Stock = read.Stock;
        if (read.Price is { Value: > 0m } price)
            (Price, Currency) = (price.Value, price.Currency);
    }
}
