using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

internal sealed class ShipmentReads(ShopDb db, IWorkflowReads workflows) : IShipments
{
    public async Task<IReadOnlyList<ParcelView>> ForOrderAsync(Id<Order> order, CancellationToken cancellationToken) =>
        [.. (await ParcelsAsync(db.Set<Shipment>().Where(s => s.OrderId == order), cancellationToken)).Select(p => p.View)];

    public async Task<FulfilmentView> DetailsAsync(Id<Order> order, CancellationToken cancellationToken)
    {
        var rows = await db.Set<SupplierOrder>().AsNoTracking().Where(r => r.OrderId == order).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        var parcels = await ParcelsAsync(db.Set<Shipment>().Where(s => s.OrderId == order), cancellationToken);
        var workflow = (await workflows.ListAsync(new("fulfil-order", Correlation: order.ToString()), cancellationToken)).Items is [var first, ..] ? first : null;
        return new(order, workflow?.Id.Value, workflow?.Status.ToString(), workflow?.Step, [.. rows.Select(r => View(r, parcels))]);
    }

    public async Task<IReadOnlyList<SupplierOrderView>> TroubledAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<SupplierOrder>().AsNoTracking()
            .Where(r => r.Problem != null && r.ClosedAt == null && r.State != SupplierOrderState.Void).OrderBy(r => r.CreatedAt).Take(200).ToListAsync(cancellationToken);
        return [.. rows.Select(r => View(r, []))];
    }

    private static SupplierOrderView View(SupplierOrder row, IEnumerable<(Id<SupplierOrder> Of, ParcelView View)> parcels) => new(
        row.Id, row.OrderId, row.Number, row.ConnectorId, row.StoreId, row.State, row.Reference, row.SupplierNumbers, row.SupplierWord, row.Cost, row.Refund,
        row.Problem, row.CreatedAt, row.PlacedAt, row.ReadLines(), [.. parcels.Where(p => p.Of == row.Id).Select(p => p.View)]);

    private async Task<List<(Id<SupplierOrder> Of, ParcelView View)>> ParcelsAsync(IQueryable<Shipment> query, CancellationToken cancellationToken)
    {
        var shipments = await query.AsNoTracking().OrderBy(s => s.FoundAt).ToListAsync(cancellationToken);
        var ids = shipments.Select(s => s.Id).ToList();
        var events = await db.Set<TrackingEvent>().AsNoTracking().Where(e => ids.Contains(e.ShipmentId)).OrderBy(e => e.At).ToListAsync(cancellationToken);
        return [.. shipments.Select(s => (s.SupplierOrderId, new ParcelView(
            s.TrackingNumber, s.Carrier, s.ExpectedAt, s.DeliveredAt, s.Items.Split(',', StringSplitOptions.RemoveEmptyEntries),
            [.. events.Where(e => e.ShipmentId == s.Id).Select(e => new ParcelEvent(e.At, e.Text, e.Place))])))];
    }
}
