using Shop.Platform.Ordering;
using Shop.Platform.Support;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Fulfilment;

/// <summary>What shoppers are told by mail about their parcels. The key makes each message one, however often a step repeats.</summary>
internal sealed class ShopperMails(IMail mail, ITenants tenants)
{
    public async Task ShippedAsync(OrderDetails order, Shipment shipment, CancellationToken cancellationToken)
    {
        var values = await ValuesAsync(order, cancellationToken);
        values["tracking"] = shipment.TrackingNumber;
        values["carrier"] = shipment.Carrier ?? "";
        await mail.QueueAsync($"order-shipped:{order.Id}:{shipment.TrackingNumber}", order.Email, "order-shipped", order.Language, values, cancellationToken);
    }

    public async Task DeliveredAsync(OrderDetails order, CancellationToken cancellationToken) =>
        await mail.QueueAsync($"order-delivered:{order.Id}", order.Email, "order-delivered", order.Language, await ValuesAsync(order, cancellationToken), cancellationToken);

    private async Task<Dictionary<string, string>> ValuesAsync(OrderDetails order, CancellationToken cancellationToken)
    {
        var tenant = await tenants.CurrentAsync(cancellationToken);
        return new() { ["store"] = tenant.Name, ["order"] = order.Number, ["name"] = order.ShipTo.Name, ["url"] = new Uri(tenant.StoreUrl, $"/order/{Uri.EscapeDataString(order.Token)}").ToString() };
    }
}
