using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;

namespace Shop.Platform.Sourcing;

/// <summary>What a supplier offers as we last read it, with the time of each part: a fault never overwrites what was read.</summary>
public sealed class SupplierOffer : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<SupplierOffer> Id { get; init; }
    public required string ConnectorId { get; init; }

    /// <summary>The supplier's product id.</summary>
    public required string ProductKey { get; init; }

    /// <summary>The draft made of it. Null for an offer that only backs up variants of another product.</summary>
    public Id<Product>? ProductId { get; set; }

    public string? StoreId { get; set; }
    public string? StoreName { get; set; }

    /// <summary>Texts, images and variants at the last full reading the merchant accepted.</summary>
    public required Offer Snapshot { get; set; }

    /// <summary>A newer full reading whose differences the merchant has not decided on. Null when there is none.</summary>
    public Offer? Pending { get; set; }

    public OfferStatus Status { get; set; }
    public DateTimeOffset TextSeenAt { get; set; }
    public DateTimeOffset PriceSeenAt { get; set; }
    public DateTimeOffset StockSeenAt { get; set; }
    public DateTimeOffset? ShippingSeenAt { get; set; }

    /// <summary>Cheapest tracked shipping of one piece to Canada. Null when the supplier could not say.</summary>
    public decimal? ShippingFee { get; set; }

    public string? ShippingCurrency { get; set; }
    public string? ShippingCode { get; set; }
    public string? ShipsFrom { get; set; }
    public int? MinDays { get; set; }
    public int? MaxDays { get; set; }

    /// <summary>Failed readings in a row; <see cref="LastFault"/> says why the last one failed.</summary>
    public int Failures { get; set; }

    public string? LastFault { get; set; }
    public DateTimeOffset NextCheckAt { get; set; }
    /// <summary>When a fresh quote was last asked for, just before paying or ordering: the sign that it sells.</summary>
    public DateTimeOffset? LastWantedAt { get; set; }

    internal Amount? Shipping => ShippingFee is { } fee && ShippingCurrency is { } currency ? new Amount(fee, currency) : null;

    internal void SetShipping(ShippingOption option, DateTimeOffset now)
    {
        (ShippingFee, ShippingCurrency, ShippingCode) = (option.Fee.Value, option.Fee.Currency, option.Code);
        (MinDays, MaxDays, ShipsFrom, ShippingSeenAt) = (option.MinDays, option.MaxDays, option.ShipsFrom, now);
    }
}

public enum OfferStatus
{
    Available,
    SoldOut,

    /// <summary>The supplier says it no longer exists.</summary>
    Gone,
}
