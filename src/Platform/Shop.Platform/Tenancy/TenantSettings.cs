namespace Shop.Platform.Tenancy;

/// <summary>What a merchant has decided about spending. Stored as JSON: every property has a default, so that older rows read well.</summary>
public sealed record TenantSettings
{
    /// <summary>One supplier order that costs more than this, in CAD, waits for a person.</summary>
    public decimal PurchaseLimit { get; init; } = 500m;

    /// <summary>What may be spent with suppliers in one day (UTC) without a person, in CAD.</summary>
    public decimal DailyPurchaseLimit { get; init; } = 2_000m;
}
