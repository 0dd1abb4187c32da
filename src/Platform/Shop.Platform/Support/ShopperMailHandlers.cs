using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;

namespace Shop.Platform.Support;

internal sealed class ConfirmPaidOrder(ShopperMails mails) : IHandle<OrderPaid>
{
    public Task HandleAsync(OrderPaid @event, CancellationToken cancellationToken) => mails.ConfirmAsync(@event.OrderId, cancellationToken);
}

internal sealed class TellOrderStatus(ShopperMails mails) : IHandle<OrderStatusChanged>
{
    public Task HandleAsync(OrderStatusChanged @event, CancellationToken cancellationToken) =>
        mails.TellStatusAsync(@event.OrderId, @event.Status, cancellationToken);
}

internal sealed class TellRefund(ShopperMails mails) : IHandle<RefundSettled>
{
    public Task HandleAsync(RefundSettled @event, CancellationToken cancellationToken) =>
        mails.TellRefundAsync(new Id<Order>(@event.OrderId), @event.Amount, @event.RefundId, cancellationToken);
}
