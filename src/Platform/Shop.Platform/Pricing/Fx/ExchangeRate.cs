namespace Shop.Platform.Pricing.Fx;

/// <summary>Canadian dollars for one unit of a currency on a business day. Belongs to the platform, not to a tenant.</summary>
public sealed class ExchangeRate
{
    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    public DateOnly Day { get; init; }

    public decimal Rate { get; set; }

    /// <summary>When the bank gave it to us.</summary>
    public DateTimeOffset ObservedAt { get; set; }
}
