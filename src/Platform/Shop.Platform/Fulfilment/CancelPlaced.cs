using System.Text.Json.Nodes;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Cancels at the supplier what it still lets us cancel. What is too late stays under way and is delivered.</summary>
internal sealed class CancelPlaced(CaseFile cases, IConnectors connectors, SupplierOrderEnd end) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        var told = new JsonObject();
        foreach (var row in @case.Rows.Where(r => r.State == SupplierOrderState.Placed))
        {
            var fault = await CancelAsync(row, cancellationToken);
            told[row.Reference] = fault?.Message ?? "cancelled";
            if (fault is null)
                await end.CancelledAsync(row, "Cancelled by the merchant.", needsDecision: false, cancellationToken);
            else
                row.Problem = $"Not cancelled: {fault.Message}";
        }
        return ActivityResult.Done(told);
    }

    /// <summary>Cancelling twice is harmless by contract, so a crash in the middle repeats all of it.</summary>
    private async Task<Fault?> CancelAsync(SupplierOrder row, CancellationToken cancellationToken)
    {
        foreach (var number in row.SupplierNumbers)
        {
            if ((await connectors.CancelOrderAsync(row.ConnectorId, number, "Cancelled by the customer.", cancellationToken)).Failed(out var fault, out var order))
                return fault;
            if (order.State is not Connectors.Sdk.SupplierOrder.OrderState.Cancelled)
                return new(FaultKind.NotAvailable, "The supplier did not cancel it.");
        }
        return null;
    }
}
