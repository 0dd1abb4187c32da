namespace Shop.Connectors.Sdk;

/// <summary>
/// What a supplier offers: a product as it can be bought now. In lists many parts are unknown; unknown is null or empty, never a guess.
/// </summary>
/// <param name="ProductId">The supplier's product id as text (64-bit ids lose digits as numbers).</param>
/// <param name="Title">Title in the market's language.</param>
public sealed record Offer(string ProductId, string Title)
{
    /// <summary>Canonical product address. Null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Description HTML as the supplier wrote it: hostile until sanitised. Null when not part of this answer.</summary>
    public string? Description { get; init; }

    /// <summary>Lowest price at which one piece can be bought now. Null when unknown or when there is no price for one piece.</summary>
    public Amount? Price { get; init; }

    /// <summary>List price before reduction of the variant that <see cref="Price"/> belongs to. Null when the supplier names none.</summary>
    public Amount? ListPrice { get; init; }

    /// <summary>Absolute image addresses (https), the main image first, without duplicates.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Specifications in the supplier's order; a name can repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Specifications { get; init; } = [];

    /// <summary>The supplier's store that sells it; lines of different stores become different orders. Null when unknown.</summary>
    public string? StoreId { get; init; }

    /// <summary>Name of that store. Null when unknown.</summary>
    public string? StoreName { get; init; }

    /// <summary>The supplier's category id or path, as given. Null when unknown.</summary>
    public string? Category { get; init; }

    /// <summary>Can at least one variant be bought for the market? Null when the answer does not tell.</summary>
    public bool? Available { get; init; }

    /// <summary>Sum of the variants' stock. Null when any is unknown.</summary>
    public int? Stock { get; init; }

    /// <summary>Average rating from 0 to 5. Null when unknown.</summary>
    public decimal? Rating { get; init; }

    /// <summary>Number of ratings. Null when unknown.</summary>
    public int? RatingCount { get; init; }

    /// <summary>Units sold as the supplier words it, for example <c>5000+</c>. Null when unknown.</summary>
    public string? Sold { get; init; }

    /// <summary>Package weight in kilograms. Null when unknown.</summary>
    public decimal? WeightKg { get; init; }

    /// <summary>Package length, width and height in centimetres. Empty when unknown.</summary>
    public IReadOnlyList<decimal> PackageCm { get; init; } = [];

    /// <summary>Days until delivery to the market as the product answer states them, without a way of shipping or a fee. Null when not stated.</summary>
    public int? DeliveryDays { get; init; }

    /// <summary>Ways to ship it that this answer states. Empty when it states none: ask <see cref="IQuoteShipping"/>.</summary>
    public IReadOnlyList<ShippingOption> Shipping { get; init; } = [];

    /// <summary>All variants, in the supplier's order. Empty in lists.</summary>
    public IReadOnlyList<OfferVariant> Variants { get; init; } = [];

    /// <summary>When the supplier answered (UTC): the age of every field here.</summary>
    public DateTimeOffset SeenAt { get; init; }
}
