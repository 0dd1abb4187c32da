namespace Shop.Connectors.Sdk;

/// <summary>An order to place with the supplier. The same <see cref="Reference"/> always means the same order.</summary>
/// <param name="Reference">The platform's own reference, at most 40 characters of <c>A-Z a-z 0-9 -</c>: the idempotency key where the supplier takes one.</param>
/// <param name="Lines">What to buy. All lines ship to one address.</param>
/// <param name="ShipTo">The shopper's address.</param>
public sealed record OrderRequest(string Reference, IReadOnlyList<OrderRequest.Line> Lines, PostalAddress ShipTo)
{
    /// <summary>Pay at once by the account's standing arrangement. Default true; false leaves the order unpaid.</summary>
    public bool Pay { get; init; } = true;

    /// <summary>
    /// For a look-up by recent orders: supplier order numbers that already belong to other references, so they are not this order.
    /// Empty by default.
    /// </summary>
    public IReadOnlyList<string> OrdersOfOthers { get; init; } = [];

    /// <summary>Currency in which the account pays. Null for the account's own.</summary>
    public string? PayCurrency { get; init; }

    /// <summary>One line.</summary>
    /// <param name="ProductId">The supplier's product id.</param>
    /// <param name="VariantId">The supplier's SKU id.</param>
    /// <param name="Quantity">Pieces, at least 1.</param>
    public sealed record Line(string ProductId, string VariantId, int Quantity)
    {
        /// <summary>The variant's <see cref="OfferVariant.OrderKey"/>. Null when it has none.</summary>
        public string? OrderKey { get; init; }

        /// <summary>The <see cref="ShippingOption.Code"/> chosen. Null lets the supplier choose.</summary>
        public string? ShippingCode { get; init; }
    }
}
