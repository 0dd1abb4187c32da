using Shop.Platform.Kernel;
using Shop.Platform.Payments;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Gives back what was dropped. The row's reference is the refund's key, so a repeat is the same refund.</summary>
internal sealed class RefundDropped(CaseFile cases, IPayments payments, TimeProvider time) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        // Payments saves on this scope: money first, our own rows are read and changed after.
        var owed = (await cases.OpenAsync(context, cancellationToken)).Rows.Where(Owed).ToList();
        foreach (var row in owed)
        {
            var amount = new Money(row.Refund!.Value, "CAD");
            var refunded = await payments.RefundAsync(row.OrderId.Value, amount, "Not available", row.Reference, cancellationToken);
            CrashPoint.Hit("refund:after");
            if (!refunded.Failed(out var problem, out _))
                continue;
            return problem.Kind == ProblemKind.Unavailable
                ? throw new InvalidOperationException(problem.Message)
                : ActivityResult.AskPerson(Questions.RefundFailed(await cases.OpenAsync(context, cancellationToken), problem.Message, amount));
        }
        await SettleAsync(context, cases, time, cancellationToken);
        return ActivityResult.Done();
    }

    internal static async Task SettleAsync(ActivityContext context, CaseFile cases, TimeProvider time, CancellationToken cancellationToken)
    {
        cases.Db.ChangeTracker.Clear();
        foreach (var row in (await cases.OpenAsync(context, cancellationToken)).Rows.Where(Owed))
            row.RefundedAt = time.GetUtcNow();
    }

    private static bool Owed(SupplierOrder row) => row is { State: SupplierOrderState.Dropped, RefundedAt: null, Refund: > 0 };
}

/// <summary>A person refunded outside the platform.</summary>
internal sealed class SettleByHand(CaseFile cases, TimeProvider time) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        await RefundDropped.SettleAsync(context, cases, time, cancellationToken);
        return ActivityResult.Done();
    }
}
