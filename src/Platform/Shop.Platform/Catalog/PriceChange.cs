using Shop.Platform.Kernel;

namespace Shop.Platform.Catalog;

/// <summary>One line of the price history: what changed and why.</summary>
public sealed class PriceChange : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<PriceChange> Id { get; set; }
    public Id<Product> ProductId { get; init; }
    public Id<Variant> VariantId { get; init; }
    public DateTimeOffset At { get; init; }
    public decimal? OldPrice { get; init; }
    public decimal? NewPrice { get; init; }

    /// <summary>Landed cost at that moment. Null when unknown.</summary>
    public decimal? Cost { get; init; }

    public required string Cause { get; init; }
    public required string Actor { get; init; }
}

/// <summary>Adds to the history what a variant's price method returned.</summary>
public static class PriceHistory
{
    /// <returns>True when there was a change to log.</returns>
    public static bool Log(this Kernel.Database.ShopDb db, PriceChange? change, IIdSource ids)
    {
        if (change is null)
            return false;
        change.Id = ids.New<PriceChange>();
        db.Add(change);
        return true;
    }
}
