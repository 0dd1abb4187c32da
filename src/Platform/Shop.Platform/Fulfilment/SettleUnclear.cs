using System.Text.Json.Nodes;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>A person found the order at the supplier: it is followed from here.</summary>
internal sealed class AdoptFound(CaseFile cases, TimeProvider time) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        var number = ((string?)(context.Data["place"] as JsonObject)?["supplierOrderNumber"])?.Trim() ?? "";
        if (@case.Rows.FirstOrDefault(r => r.State == SupplierOrderState.Unclear) is { } row)
            PlaceSupplierOrder.TakeOver(row, [new(number, Connectors.Sdk.SupplierOrder.OrderState.Unknown)], time.GetUtcNow());
        return ActivityResult.Done(number);
    }
}

/// <summary>A person made sure that nothing was bought: it may be ordered.</summary>
internal sealed class ReleaseUnclear(CaseFile cases) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        if (@case.Rows.FirstOrDefault(r => r.State == SupplierOrderState.Unclear) is { } row)
        {
            row.State = SupplierOrderState.Planned;
            row.Problem = null;
        }
        return ActivityResult.Done();
    }
}
