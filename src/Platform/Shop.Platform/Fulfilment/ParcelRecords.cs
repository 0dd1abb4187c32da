using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Ordering;

namespace Shop.Platform.Fulfilment;

/// <summary>Writes down what carriers say. A new number is told to the shopper and to the order, in the same commit.</summary>
internal sealed class ParcelRecords(ShopDb db, IOrders orders, ShopperMails mails, IIdSource ids, TimeProvider time)
{
    private const int LongestText = 500;

    /// <returns>All parcels of the supplier order, old and new.</returns>
    public async Task<IReadOnlyList<Shipment>> RecordAsync(SupplierOrder row, IReadOnlyList<Parcel> parcels, CancellationToken cancellationToken)
    {
        var known = await db.Set<Shipment>().Where(s => s.SupplierOrderId == row.Id).ToListAsync(cancellationToken);
        var fresh = parcels.Where(p => known.All(k => k.TrackingNumber != p.TrackingNumber)).Select(p => Add(row, p)).ToList();
        known.AddRange(fresh);
        foreach (var parcel in parcels)
            await UpdateAsync(known.Single(k => k.TrackingNumber == parcel.TrackingNumber), parcel, cancellationToken);
        if (fresh.Count > 0)
            await TellAsync(row, fresh, cancellationToken);
        return known;
    }

    private Shipment Add(SupplierOrder row, Parcel parcel)
    {
        var shipment = new Shipment
        {
            Id = ids.New<Shipment>(),
            SupplierOrderId = row.Id,
            OrderId = row.OrderId,
            TrackingNumber = parcel.TrackingNumber,
            FoundAt = time.GetUtcNow(),
        };
        db.Add(shipment);
        return shipment;
    }

    private async Task UpdateAsync(Shipment shipment, Parcel parcel, CancellationToken cancellationToken)
    {
        var told = await db.Set<TrackingEvent>().Where(e => e.ShipmentId == shipment.Id).Select(e => new { e.At, e.Text }).ToListAsync(cancellationToken);
        foreach (var @event in parcel.Events.Select(e => e with { Text = Cut(e.Text) }).Where(e => !told.Any(t => t.At == e.At.ToUniversalTime() && t.Text == e.Text)))
        {
            db.Add(new TrackingEvent { Id = ids.New<TrackingEvent>(), ShipmentId = shipment.Id, At = @event.At.ToUniversalTime(), Text = @event.Text, Place = @event.Place });
            shipment.LastEventAt = shipment.LastEventAt > @event.At ? shipment.LastEventAt : @event.At.ToUniversalTime();
        }
        shipment.Carrier = parcel.Carrier ?? shipment.Carrier;
        shipment.ExpectedAt = parcel.ExpectedAt?.ToUniversalTime() ?? shipment.ExpectedAt;
        shipment.Items = parcel.Items.Count > 0 ? string.Join(',', parcel.Items) : shipment.Items;
        if (parcel.Delivered == true && shipment.DeliveredAt is null)
        {
            shipment.DeliveredAt = shipment.LastEventAt ?? time.GetUtcNow();
            db.Publish(new ParcelMoved(shipment.OrderId, shipment.TrackingNumber, Delivered: true));
        }
    }

    private async Task TellAsync(SupplierOrder row, List<Shipment> fresh, CancellationToken cancellationToken)
    {
        var order = await orders.FindAsync(row.OrderId, cancellationToken) ?? throw new InvalidOperationException($"Order {row.OrderId} does not exist.");
        foreach (var shipment in fresh)
        {
            await mails.ShippedAsync(order, shipment, cancellationToken);
            db.Publish(new ParcelMoved(row.OrderId, shipment.TrackingNumber, Delivered: false));
        }
        // Refused while another part of the order still waits for a person; it is told again when all is placed.
        _ = await orders.MarkShippedAsync(row.OrderId, [.. fresh.Select(s => s.TrackingNumber)], cancellationToken);
    }

    private static string Cut(string text) => text.Length > LongestText ? text[..LongestText] : text;
}

/// <summary>A parcel was found or arrived.</summary>
public sealed record ParcelMoved(Id<Order> OrderId, string TrackingNumber, bool Delivered) : IEvent;
