using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;
using State = Shop.Connectors.Sdk.SupplierOrder.OrderState;

namespace Shop.Platform.Fulfilment;

/// <summary>Asks for the state and parcels of one supplier order, again and again until it is delivered or cancelled.</summary>
internal sealed class FollowSupplierOrder(
    ShopDb db, IConnectors connectors, ParcelRecords parcels, SupplierOrderEnd end, IOptions<FulfilmentOptions> options, TimeProvider time) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var id = Id<SupplierOrder>.Parse((string)((JsonObject)context.Data["input"]!)["supplierOrderId"]!, CultureInfo.InvariantCulture);
        var row = await db.Set<SupplierOrder>().SingleAsync(r => r.Id == id, cancellationToken);
        if (!row.UnderWay)
            return new(row.State == SupplierOrderState.Delivered ? "delivered" : "cancelled");
        var seen = await LookAsync(row, cancellationToken);
        row.CheckedAt = time.GetUtcNow();
        if (seen.Fault is { } fault)
        {
            row.Problem = fault.Message;
            return ActivityResult.Again(fault.RetryAfter ?? Poll);
        }
        return await RecordAsync(row, seen, cancellationToken);
    }

    private TimeSpan Poll => TimeSpan.FromSeconds(options.Value.PollSeconds);

    private async Task<ActivityResult> RecordAsync(SupplierOrder row, Seen seen, CancellationToken cancellationToken)
    {
        row.SupplierWord = seen.Orders[^1].SupplierState ?? row.SupplierWord;
        if (seen.Orders.All(o => o.State == State.Cancelled))
        {
            await end.CancelledAsync(row, $"The supplier cancelled: {seen.Orders[0].EndReason ?? "no reason given"}", needsDecision: true, cancellationToken);
            return new("cancelled");
        }
        var known = await parcels.RecordAsync(row, Parcels(seen), cancellationToken);
        if (known.Count > 0 && row.State == SupplierOrderState.Placed)
            row.State = SupplierOrderState.Shipped;
        if (Arrived(seen, known))
        {
            end.Delivered(row);
            return new("delivered");
        }
        row.Problem = Stuck(row, known);
        return ActivityResult.Again(Poll);
    }

    /// <summary>Parcels with their story, and numbers the supplier named before the carrier knew them.</summary>
    private static IReadOnlyList<Parcel> Parcels(Seen seen)
    {
        var named = seen.Orders.SelectMany(o => o.TrackingNumbers).Except(seen.Parcels.Select(p => p.TrackingNumber)).Select(n => new Parcel(n));
        return [.. seen.Parcels.DistinctBy(p => p.TrackingNumber), .. named];
    }

    /// <summary>All parcels are in, and the supplier does not say that more will come; or it closed the order as received.</summary>
    private static bool Arrived(Seen seen, IReadOnlyList<Shipment> known)
    {
        var shipped = seen.Orders.Where(o => o.State != State.Cancelled).All(o => o.State is State.Shipped or State.Completed or State.Unknown);
        return seen.Orders.All(o => o.State is State.Completed or State.Cancelled)
            || (shipped && known.Count > 0 && known.All(s => s.DeliveredAt is not null));
    }

    private string? Stuck(SupplierOrder row, IReadOnlyList<Shipment> known)
    {
        var now = time.GetUtcNow();
        if (known.Count == 0)
            return now - row.PlacedAt > TimeSpan.FromDays(7) ? "No tracking number for 7 days." : null;
        return known.FirstOrDefault(s => s.DeliveredAt is null && now - (s.LastEventAt ?? s.FoundAt) > TimeSpan.FromHours(48)) is { } silent
            ? $"No news of parcel {silent.TrackingNumber} for 48 hours." : null;
    }

    private async Task<Seen> LookAsync(SupplierOrder row, CancellationToken cancellationToken)
    {
        var orders = new List<Connectors.Sdk.SupplierOrder>();
        var found = new List<Parcel>();
        foreach (var number in row.SupplierNumbers)
        {
            if ((await connectors.ReadOrderAsync(row.ConnectorId, number, cancellationToken)).Failed(out var fault, out var order))
                return new(orders, found, fault);
            orders.Add(order);
            if (order.State is State.Cancelled or State.AwaitingPayment)
                continue;
            if ((await connectors.TrackAsync(row.ConnectorId, number, Market.Canada, cancellationToken)).Failed(out fault, out var tracked))
            {
                if (fault.Kind is FaultKind.Unsupported or FaultKind.NotFound)
                    continue;
                return new(orders, found, fault);
            }
            found.AddRange(tracked);
        }
        return new(orders, found, null);
    }

    private sealed record Seen(IReadOnlyList<Connectors.Sdk.SupplierOrder> Orders, IReadOnlyList<Parcel> Parcels, Fault? Fault);
}
