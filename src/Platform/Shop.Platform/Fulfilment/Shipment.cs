using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Platform.Fulfilment;

/// <summary>One parcel on its way to a shopper.</summary>
public sealed class Shipment : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<Shipment> Id { get; init; }
    public Id<SupplierOrder> SupplierOrderId { get; init; }
    public Id<Order> OrderId { get; init; }
    public required string TrackingNumber { get; init; }
    public string? Carrier { get; set; }

    /// <summary>Supplier product ids inside, comma-separated. Empty when not stated.</summary>
    public string Items { get; set; } = "";

    public DateTimeOffset FoundAt { get; init; }
    public DateTimeOffset? ExpectedAt { get; set; }
    public DateTimeOffset? LastEventAt { get; set; }
    public DateTimeOffset? DeliveredAt { get; set; }
}

/// <summary>One line of a parcel's story.</summary>
public sealed class TrackingEvent : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<TrackingEvent> Id { get; init; }
    public Id<Shipment> ShipmentId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Text { get; init; }
    public string? Place { get; init; }
}
