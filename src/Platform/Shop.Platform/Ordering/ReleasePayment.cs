using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Payments;

namespace Shop.Platform.Ordering;

/// <summary>Closes the payment page of an order that was cancelled unpaid, so that nobody pays for it.</summary>
internal sealed class ReleasePayment(IOrders orders, IPayments payments) : IHandle<OrderStatusChanged>
{
    public async Task HandleAsync(OrderStatusChanged @event, CancellationToken cancellationToken)
    {
        if (@event.Status == OrderStatus.Cancelled && await orders.FindAsync(@event.OrderId, cancellationToken) is { PaidAt: null })
            await payments.AbandonAsync(@event.OrderId.Value, cancellationToken);
    }
}
