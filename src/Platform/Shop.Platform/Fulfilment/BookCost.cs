using System.Text.Json.Nodes;
using Shop.Platform.Payments;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Books what newly placed supplier orders cost and begins to follow them.</summary>
internal sealed class BookCost(CaseFile cases, IPayments payments, IWorkflows workflows, TimeProvider time) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        foreach (var row in @case.Rows.Where(r => r is { State: SupplierOrderState.Placed, BookedAt: null }))
        {
            await payments.BookSupplierCostAsync(row.OrderId.Value, row.Cost, $"{row.ConnectorId} {string.Join(", ", row.SupplierNumbers)}", row.Reference, cancellationToken);
            row.BookedAt = time.GetUtcNow();
            await workflows.StartAsync("follow-supplier-order", row.Id.ToString(), new JsonObject { ["supplierOrderId"] = row.Id.ToString() }, cancellationToken);
        }
        return ActivityResult.Done();
    }
}
