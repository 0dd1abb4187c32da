using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Ordering;

/// <summary>The shopper has paid; fulfilment begins.</summary>
public sealed record OrderPaid(Id<Order> OrderId) : IEvent;

/// <summary>The order's status changed; pages and mails follow.</summary>
public sealed record OrderStatusChanged(Id<Order> OrderId, OrderStatus Status) : IEvent;
