using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Payments;

namespace Shop.Platform.Ordering;

/// <summary>Ends an order whose payment page expired.</summary>
internal sealed class EndExpiredOrder(ShopDb db, TimeProvider time, IIdSource ids) : IHandle<CheckoutExpired>
{
    public async Task HandleAsync(CheckoutExpired @event, CancellationToken cancellationToken)
    {
        var id = new Id<Order>(@event.OrderId);
        if (await db.Set<Order>().Include(o => o.Moves).SingleOrDefaultAsync(o => o.Id == id && o.Status == OrderStatus.AwaitingPayment, cancellationToken) is not { } order)
            return;
        order.Cancel("The payment page expired before payment.", time.GetUtcNow(), ids.New<OrderMove>());
        db.Publish(new OrderStatusChanged(order.Id, order.Status));
        await db.SaveChangesAsync(cancellationToken);
    }
}
