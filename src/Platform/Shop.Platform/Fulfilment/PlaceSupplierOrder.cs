using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Workflows;
using Placed = Shop.Connectors.Sdk.SupplierOrder;

namespace Shop.Platform.Fulfilment;

/// <summary>
/// Buys the next planned group, once. The intent (the row with its reference) and the start of this try are committed before; after any doubt the
/// supplier's orders are looked up first: found → taken over, certainly none → bought, not to be known → a person. Never bought again blindly.
/// </summary>
internal sealed class PlaceSupplierOrder(CaseFile cases, IConnectors connectors, IOptions<FulfilmentOptions> options, TimeProvider time) : IActivity
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        if (@case.Rows.FirstOrDefault(r => r.State is SupplierOrderState.Planned or SupplierOrderState.Unclear) is not { } row)
            return new("all");
        var request = Request(row, @case);
        if (context.Recovering || row.State == SupplierOrderState.Unclear)
        {
            if (await LookUpAsync(context, @case, row, request, cancellationToken) is { } known)
                return known;
        }
        CrashPoint.Hit("place:before");
        var answer = await connectors.PlaceAsync(row.ConnectorId, request, cancellationToken);
        CrashPoint.Hit("place:after");
        return answer.Failed(out var fault, out var placed) ? Refused(@case, row, fault) : TakeOver(row, placed);
    }

    internal static ActivityResult TakeOver(SupplierOrder row, IReadOnlyList<Placed> placed, DateTimeOffset now)
    {
        row.State = SupplierOrderState.Placed;
        row.PlacedAt = now;
        row.Problem = null;
        row.SupplierNumbers = [.. placed.Select(p => p.OrderId)];
        row.SupplierWord = placed[0].SupplierState;
        if (placed.All(p => p.Total is { Currency: "CAD" }))
            row.Cost = Money.Cad(placed.Sum(p => p.Total!.Value));
        return new("placed", new JsonObject { ["reference"] = row.Reference, ["supplierOrders"] = string.Join(", ", row.SupplierNumbers), ["cost"] = row.Cost.Amount });
    }

    /// <returns>Null when it is certain that nothing was bought.</returns>
    private async Task<ActivityResult?> LookUpAsync(
        ActivityContext context, OrderCase @case, SupplierOrder row, OrderRequest request, CancellationToken cancellationToken)
    {
        var answer = await connectors.FindOrdersAsync(row.ConnectorId, request, row.CreatedAt - ClockSkew, cancellationToken);
        CrashPoint.Hit("place:looked-up");
        if (!answer.Failed(out var fault, out var found))
            return found.Count > 0 ? TakeOver(row, found) : null;
        row.State = SupplierOrderState.Unclear;
        row.Problem = fault.Message;
        var patient = fault.Kind != FaultKind.Unsupported && time.GetUtcNow() - context.FirstStartedAt < options.Value.Hours(1);
        return patient ? ActivityResult.Again(fault.RetryAfter ?? options.Value.Hours(1) / 120) : ActivityResult.AskPerson(Questions.Unclear(@case, row, fault.Message));
    }

    private ActivityResult Refused(OrderCase @case, SupplierOrder row, Fault fault)
    {
        row.Problem = fault.Message;
        switch (fault.Kind)
        {
            case FaultKind.NotAvailable or FaultKind.NotFound or FaultKind.BadInput or FaultKind.Unsupported:
                row.State = SupplierOrderState.Void;
                row.NeedsDecision = true;
                row.AddressRefused = fault.Kind == FaultKind.BadInput;
                return new("refused", new JsonObject { ["reason"] = fault.Message });
            case FaultKind.RateLimited:
                return ActivityResult.Again(fault.RetryAfter ?? options.Value.Hours(1) / 60);
            case FaultKind.Unauthorised or FaultKind.Challenge:
                return ActivityResult.AskPerson(Questions.NotConnected(@case, row, fault.Message));
            default:
                // Unavailable says so; an answer nobody understands (layout, connector bug) may hide a purchase just as well.
                row.State = SupplierOrderState.Unclear;
                return ActivityResult.Again(options.Value.Hours(1) / 1200);
        }
    }

    private ActivityResult TakeOver(SupplierOrder row, IReadOnlyList<Placed> placed) => TakeOver(row, placed, time.GetUtcNow());

    private static OrderRequest Request(SupplierOrder row, OrderCase @case) => new(
        row.Reference,
        [.. row.ReadLines().Select(l => new OrderRequest.Line(l.ProductId, l.SupplierVariantId, l.Quantity) { OrderKey = l.OrderKey, ShippingCode = l.ShippingCode })],
        @case.Order.ShipTo);
}
