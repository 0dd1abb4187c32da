using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Payments;

namespace Shop.Platform.Ordering;

/// <summary>
/// Moves an order when money arrived. What does not fit (another amount, an order already cancelled, a second payment) is never guessed away: it is
/// recorded for a person, and the money is in the ledger either way.
/// </summary>
internal sealed class RecordPayment(ShopDb db, TimeProvider time, IIdSource ids) : IHandle<PaymentCaptured>
{
    public async Task HandleAsync(PaymentCaptured @event, CancellationToken cancellationToken)
    {
        var id = new Id<Order>(@event.OrderId);
        var order = await db.Set<Order>().WithAll().SingleOrDefaultAsync(o => o.Id == id, cancellationToken)
            // Tried again later: the payment may be told before the order is committed.
            ?? throw new InvalidOperationException($"Payment for order {id} came before the order.");
        if (order.PaymentIntentId == @event.PaymentIntentId)
            return;
        if (Conflict(order, @event) is { } conflict)
            await ReportAsync(order, conflict.Kind, conflict.Details, @event.PaymentIntentId, cancellationToken);
        else
            await PayAsync(order, @event, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static (string Kind, string Details)? Conflict(Order order, PaymentCaptured payment)
    {
        if (order.PaidAt is not null)
            return ("paid-twice", $"{Text(payment.Amount)} arrived in a second payment; the order was paid before.");
        if (order.Status != OrderStatus.AwaitingPayment)
            return ("paid-after-cancel", $"{Text(payment.Amount)} arrived after the order was cancelled ({order.CancelReason}).");
        return payment.Amount == order.Total ? null : ("amount-differs", $"{Text(payment.Amount)} arrived; the order's total is {Text(order.Total)}.");
    }

    private static string Text(Money money) => string.Create(CultureInfo.InvariantCulture, $"{money.Amount:0.00} {money.Currency}");

    private async Task PayAsync(Order order, PaymentCaptured payment, CancellationToken cancellationToken)
    {
        order.Pay(payment.PaymentIntentId, time.GetUtcNow(), ids.New<OrderMove>());
        db.Publish(new OrderPaid(order.Id));
        db.Publish(new OrderStatusChanged(order.Id, order.Status));
        var bought = await db.Set<CartLine>().Where(l => db.Set<Cart>().Any(c => c.Id == l.CartId && c.Token == order.CartToken)).ToListAsync(cancellationToken);
        // Only what was paid for leaves the cart: the shopper may have gone on choosing in another tab.
        db.RemoveRange(bought.Where(l => order.Lines.Any(o => o.VariantId == l.VariantId)));
    }

    private async Task ReportAsync(Order order, string kind, string details, string reference, CancellationToken cancellationToken)
    {
        if (await db.Set<OrderIssue>().AnyAsync(i => i.OrderId == order.Id && i.Kind == kind && i.Reference == reference, cancellationToken))
            return;
        db.Add(new OrderIssue { TenantId = db.FilterTenant, Id = ids.New<OrderIssue>(), OrderId = order.Id, Kind = kind, Reference = reference, Details = details, At = time.GetUtcNow() });
    }
}
