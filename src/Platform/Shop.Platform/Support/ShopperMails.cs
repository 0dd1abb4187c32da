using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Support.Mail;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Support;

/// <summary>Tells the shopper what happens to the order. Queued in the same transaction as the event is handled.</summary>
internal sealed class ShopperMails(ShopDb db, IMail mail, IOrders orders, ITenants tenants)
{
    public Task ConfirmAsync(Id<Order> order, CancellationToken cancellationToken) => QueueAsync(
        order, o => new($"order-confirmed:{o.Id}", "order-confirmed", OrderMailValues.Confirmed(o)), cancellationToken);

    public Task TellStatusAsync(Id<Order> order, OrderStatus status, CancellationToken cancellationToken) => status switch
    {
        OrderStatus.Shipped => QueueAsync(order, Shipped, cancellationToken),
        OrderStatus.Delivered => QueueAsync(order, o => new($"order-delivered:{o.Id}", "order-delivered", []), cancellationToken),
        OrderStatus.Cancelled => QueueAsync(order, Cancelled, cancellationToken),
        _ => Task.CompletedTask,
    };

    public Task TellRefundAsync(Id<Order> order, Money amount, string refundId, CancellationToken cancellationToken) => QueueAsync(
        order, o => new($"order-refunded:{refundId}", "order-refunded", new() { ["amount"] = MoneyText.Of(amount, TemplateCatalog.LanguageOf(o.Language)) }), cancellationToken);

    /// <summary>One message per parcel: fulfilment, which finds them, uses the same key.</summary>
    private static Message Shipped(OrderDetails order) => new(
        $"order-shipped:{order.Id}:{(order.TrackingNumbers is [.., var newest] ? newest : "")}", "order-shipped", new() { ["tracking"] = string.Join(", ", order.TrackingNumbers) });

    /// <summary>An order that was never paid ends without a message: the shopper left it.</summary>
    private static Message? Cancelled(OrderDetails order) =>
        order.PaidAt is null ? null : new($"order-cancelled:{order.Id}", "order-cancelled", new() { ["reason"] = order.CancelReason ?? "" });

    private async Task QueueAsync(Id<Order> id, Func<OrderDetails, Message?> compose, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(id, cancellationToken) is not { } order || compose(order) is not { } message)
            return;
        var tenant = await tenants.CurrentAsync(cancellationToken);
        var values = new Dictionary<string, string>(message.Values)
        {
            ["order"] = order.Number,
            ["name"] = order.ShipTo.Name,
            ["url"] = new Uri(tenant.StoreUrl, $"/order/{Uri.EscapeDataString(order.Token)}").ToString(),
            ["gst"] = tenant.GstNumber ?? "",
            ["qst"] = tenant.QstNumber ?? "",
        };
        await mail.QueueAsync(Short(message.Key), order.Email, message.Template, order.Language, values, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Keys fit their column whatever the number of parcels.</summary>
    private static string Short(string key) => key.Length <= 200 ? key : $"{key[..120]}:{MailKeys.Hash(key)}";

    private sealed record Message(string Key, string Template, Dictionary<string, string> Values);
}
