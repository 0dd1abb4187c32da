using Shop.Platform.Ordering;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Everything is delivered or given up: the order ends.</summary>
internal sealed class CloseOrder(CaseFile cases, IOrders orders, ShopperMails mails) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        if (@case.Rows.Any(r => r.State == SupplierOrderState.Delivered))
        {
            // Where nothing but a part was delivered, the order has been through these states only if that part was the last.
            (await orders.MarkPlacedAsync(@case.Order.Id, cancellationToken)).OrThrow();
            (await orders.MarkDeliveredAsync(@case.Order.Id, cancellationToken)).OrThrow();
            await mails.DeliveredAsync(@case.Order, cancellationToken);
        }
        else
        {
            (await orders.MarkCancelledAsync(@case.Order.Id, "The items could not be delivered; you have been refunded.", cancellationToken)).OrThrow();
        }
        return ActivityResult.Done();
    }
}
