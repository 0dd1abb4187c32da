using Shop.Platform.Kernel;

namespace Shop.Platform.Ordering;

public enum ShippingCharge
{
    /// <summary>The prices include shipping: the shopper pays nothing for it.</summary>
    Included,

    /// <summary>The shopper pays what the suppliers take.</summary>
    PassThrough,

    /// <summary>The shopper pays <see cref="CheckoutSettings.FlatAmount"/>, nothing from <see cref="CheckoutSettings.FreeFrom"/> on.</summary>
    Flat,
}

/// <summary>A tenant's choices for its checkout; a tenant without a row has the defaults.</summary>
public sealed class CheckoutSettings : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public ShippingCharge Shipping { get; set; } = ShippingCharge.Included;

    /// <summary>In Canadian dollars.</summary>
    public decimal FlatAmount { get; set; }

    /// <summary>Goods total from which flat shipping is free, in Canadian dollars. Null for never.</summary>
    public decimal? FreeFrom { get; set; }

    internal Money Charge(Money goods, Money supplierFee) => Shipping switch
    {
        ShippingCharge.Included => Money.Cad(0m),
        ShippingCharge.PassThrough => supplierFee.Round(),
        ShippingCharge.Flat => Money.Cad(FreeFrom is { } limit && goods.Amount >= limit ? 0m : FlatAmount),
        _ => throw new InvalidOperationException($"Unknown charge {Shipping}."),
    };
}
