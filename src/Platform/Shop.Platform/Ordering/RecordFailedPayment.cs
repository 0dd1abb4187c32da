using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Payments;

namespace Shop.Platform.Ordering;

/// <summary>Keeps why a payment failed, for the order's page.</summary>
internal sealed class RecordFailedPayment(ShopDb db) : IHandle<PaymentFailed>
{
    public async Task HandleAsync(PaymentFailed @event, CancellationToken cancellationToken)
    {
        var id = new Id<Order>(@event.OrderId);
        if (await db.Set<Order>().SingleOrDefaultAsync(o => o.Id == id && o.Status == OrderStatus.AwaitingPayment, cancellationToken) is not { } order)
            return;
        order.PaymentProblem = @event.Reason;
        await db.SaveChangesAsync(cancellationToken);
    }
}
