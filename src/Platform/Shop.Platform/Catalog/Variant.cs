using Shop.Platform.Kernel;

namespace Shop.Platform.Catalog;

/// <summary>A buyable form of a product. Prices are Canadian dollars.</summary>
public sealed class Variant : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<Variant> Id { get; init; }
    public Id<Product> ProductId { get; init; }

    /// <summary>Order among the product's variants.</summary>
    public int Position { get; set; }

    public IReadOnlyList<KeyValuePair<string, string>> Options { get; set; } = [];
    public string? Image { get; set; }

    /// <summary>Null until a cost is known or the merchant sets a price.</summary>
    public decimal? Price { get; private set; }

    public decimal? CompareAt { get; private set; }

    /// <summary>What one piece costs us delivered (goods and shipping). Null when unknown.</summary>
    public decimal? Cost { get; set; }

    /// <summary>Pieces at the supplier; null when the supplier does not tell.</summary>
    public int? Stock { get; set; }

    /// <summary>Why it cannot be bought though it has price and stock. Null when it can.</summary>
    public string? PauseReason { get; set; }

    /// <summary>The merchant set the price: rules and monitoring leave it alone.</summary>
    public bool PriceEdited { get; private set; }

    /// <summary>Unknown stock counts as buyable: the supplier is asked again before money moves.</summary>
    public bool Buyable => Price is not null && Stock is not 0 && PauseReason is null;

    /// <summary>Sets the price by rule or monitoring.</summary>
    /// <returns>The line for the price history; null when nothing changed or the merchant owns the price.</returns>
    public PriceChange? Reprice(decimal price, decimal? compareAt, string cause, string actor, DateTimeOffset now) =>
        PriceEdited ? null : Change(price, compareAt, cause, actor, now);

    /// <summary>Gives the price back to the rule; it stays as it is until the rule next changes it.</summary>
    public void ReleasePrice() => PriceEdited = false;

    /// <summary>Sets the price by the merchant's hand, or gives it back to the rule.</summary>
    internal PriceChange? SetByMerchant(decimal? price, decimal? compareAt, bool edited, string cause, string actor, DateTimeOffset now)
    {
        PriceEdited = edited;
        return Change(price, compareAt, cause, actor, now);
    }

    private PriceChange? Change(decimal? price, decimal? compareAt, string cause, string actor, DateTimeOffset now)
    {
        var shownCompareAt = compareAt > price ? compareAt : null;
        if (Price == price && CompareAt == shownCompareAt)
            return null;
        var change = new PriceChange
        {
            ProductId = ProductId,
            VariantId = Id,
            At = now,
            OldPrice = Price,
            NewPrice = price,
            Cost = Cost,
            Cause = cause,
            Actor = actor,
        };
        (Price, CompareAt) = (price, shownCompareAt);
        return change;
    }
}
