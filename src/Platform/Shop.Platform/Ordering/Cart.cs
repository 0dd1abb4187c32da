using Shop.Platform.Catalog;
using Shop.Platform.Kernel;

namespace Shop.Platform.Ordering;

/// <summary>What a shopper means to buy. Known by an opaque token in a cookie; needs no account.</summary>
public sealed class Cart : ITenantOwned
{
    public const int MaxLines = 50;
    public const int MaxQuantity = 99;

    public TenantId TenantId { get; init; }
    public Id<Cart> Id { get; init; }
    public required string Token { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public List<CartLine> Lines { get; init; } = [];
}

/// <summary>A variant in a cart. Its price is read from the catalogue at every view; only what the shopper saw when adding it is kept.</summary>
public sealed class CartLine : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<CartLine> Id { get; init; }
    public Id<Cart> CartId { get; init; }
    public int Position { get; init; }
    public Id<Variant> VariantId { get; init; }
    public int Quantity { get; set; }

    /// <summary>In Canadian dollars.</summary>
    public decimal SeenPrice { get; set; }

    /// <summary>Title when it was added, for the explanation when the variant is gone.</summary>
    public required string SeenTitle { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}
