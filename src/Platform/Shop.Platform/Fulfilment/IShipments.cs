using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Platform.Fulfilment;

/// <summary>What shoppers and merchants may see of fulfilment.</summary>
public interface IShipments
{
    /// <summary>Parcels of an order, oldest first, for the tracking page. Empty until something is shipped.</summary>
    Task<IReadOnlyList<ParcelView>> ForOrderAsync(Id<Order> order, CancellationToken cancellationToken);

    /// <summary>For the merchant: supplier orders with what they cost and what is wrong with them, parcels, and the workflow behind.</summary>
    Task<FulfilmentView> DetailsAsync(Id<Order> order, CancellationToken cancellationToken);

    /// <summary>Supplier orders that need a look: no tracking for days, no news, refused, unclear. Oldest first.</summary>
    Task<IReadOnlyList<SupplierOrderView>> TroubledAsync(CancellationToken cancellationToken);
}

/// <param name="Items">Supplier product ids inside; empty when not stated.</param>
/// <param name="Events">Oldest first.</param>
public sealed record ParcelView(
    string TrackingNumber, string? Carrier, DateTimeOffset? ExpectedAt, DateTimeOffset? DeliveredAt, IReadOnlyList<string> Items, IReadOnlyList<ParcelEvent> Events);

public sealed record ParcelEvent(DateTimeOffset At, string Text, string? Place);

/// <param name="WorkflowId">The fulfil-order instance. Null before it started.</param>
public sealed record FulfilmentView(Id<Order> OrderId, Guid? WorkflowId, string? WorkflowStatus, string? Step, IReadOnlyList<SupplierOrderView> SupplierOrders);

/// <param name="Refund">For dropped lines: what the shopper gets back.</param>
public sealed record SupplierOrderView(
    Id<SupplierOrder> Id, Id<Order> OrderId, int Number, string ConnectorId, string? StoreId, SupplierOrderState State, string Reference,
    IReadOnlyList<string> SupplierNumbers, string? SupplierWord, Money Cost, decimal? Refund, string? Problem, DateTimeOffset CreatedAt, DateTimeOffset? PlacedAt,
    IReadOnlyList<SupplierOrderLine> Lines, IReadOnlyList<ParcelView> Parcels);
