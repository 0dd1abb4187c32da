using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Ends a supplier order, with its money. Changes the scope's context without saving.</summary>
internal sealed class SupplierOrderEnd(ShopDb db, IPayments payments, TimeProvider time)
{
    public void Delivered(SupplierOrder row)
    {
        row.State = SupplierOrderState.Delivered;
        row.Problem = null;
        Close(row);
    }

    /// <param name="needsDecision">True when its lines must be decided about (the supplier cancelled).</param>
    public async Task CancelledAsync(SupplierOrder row, string why, bool needsDecision, CancellationToken cancellationToken)
    {
        row.State = SupplierOrderState.Cancelled;
        row.Problem = why;
        row.NeedsDecision = needsDecision;
        if (row.BookedAt is not null)
            await payments.BookSupplierCostAsync(row.OrderId.Value, -row.Cost, $"{row.ConnectorId} cancelled {string.Join(", ", row.SupplierNumbers)}", $"{row.Reference}-back", cancellationToken);
        Close(row);
    }

    private void Close(SupplierOrder row)
    {
        row.ClosedAt = time.GetUtcNow();
        db.Publish(new SupplierOrderClosed(row.OrderId, row.Id));
    }
}

/// <summary>A supplier order was delivered or cancelled.</summary>
public sealed record SupplierOrderClosed(Id<Order> OrderId, Id<SupplierOrder> SupplierOrderId) : IEvent;

/// <summary>Lets the order's workflow look at what is still open.</summary>
internal sealed class SignalClosed(IWorkflows workflows, IWorkflowReads reads) : IHandle<SupplierOrderClosed>
{
    public async Task HandleAsync(SupplierOrderClosed @event, CancellationToken cancellationToken)
    {
        if (await reads.FindAsync("fulfil-order", @event.OrderId.ToString(), cancellationToken) is { } workflow)
            await workflows.SignalAsync(workflow.Summary.Id, "supplier-order-closed", $"closed:{@event.SupplierOrderId}", null, cancellationToken);
    }
}
