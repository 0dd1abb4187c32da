namespace Shop.Connectors.Sdk;

/// <summary>An order as the supplier has it. One request can become several, one per supplier store.</summary>
/// <param name="OrderId">The supplier's order number as text.</param>
/// <param name="State">Where it stands, in the platform's words.</param>
public sealed record SupplierOrder(string OrderId, SupplierOrder.OrderState State)
{
    /// <summary>The supplier's own word for the state, verbatim. Null when it gave none.</summary>
    public string? SupplierState { get; init; }

    /// <summary>What the supplier charges for it, shipping included. Null when not stated.</summary>
    public Amount? Total { get; init; }

    /// <summary>Product ids (and SKU ids, after a <c>/</c>, where stated) in this order. Empty when not stated.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Tracking numbers known so far. Empty until shipped.</summary>
    public IReadOnlyList<string> TrackingNumbers { get; init; } = [];

    /// <summary>Why it ended without delivery. Null otherwise.</summary>
    public string? EndReason { get; init; }

    /// <summary>States of a supplier order.</summary>
    public enum OrderState
    {
        /// <summary>The supplier's word is not known; <see cref="SupplierState"/> has it. Never treated as good or bad.</summary>
        Unknown,

        /// <summary>Placed, not paid.</summary>
        AwaitingPayment,

        /// <summary>Paid, not shipped.</summary>
        Processing,

        /// <summary>Some of it shipped.</summary>
        PartlyShipped,

        /// <summary>All of it shipped.</summary>
        Shipped,

        /// <summary>Received or closed by the supplier as complete.</summary>
        Completed,

        /// <summary>Cancelled or closed without delivery.</summary>
        Cancelled,
    }
}
