using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Payments;

/// <summary>What is known about a refund, whoever told it. Only a later status counts. Changes the scope's <c>ShopDb</c> without saving.</summary>
internal sealed class SettleRefund(ShopDb db, Ledger ledger, TimeProvider time)
{
    public static RefundStatus StatusOf(string? stripe) => stripe switch
    {
        "succeeded" => RefundStatus.Succeeded,
        "failed" or "canceled" => RefundStatus.Failed,
        // requires_action and whatever Stripe may invent: not settled.
        _ => RefundStatus.Pending,
    };

    public async Task ApplyAsync(Refund refund, string? stripeId, RefundStatus status, CancellationToken cancellationToken)
    {
        refund.StripeId ??= stripeId;
        if (status <= refund.Status)
            return;
        var was = refund.Status;
        refund.Status = status;
        refund.Version++;
        var attempt = await db.Set<PaymentAttempt>().SingleAsync(a => a.Id == refund.AttemptId, cancellationToken);
        if (status == RefundStatus.Succeeded)
            await SucceedAsync(refund, attempt, cancellationToken);
        if (status == RefundStatus.Failed)
            await FailAsync(refund, attempt, paidBefore: was == RefundStatus.Succeeded, cancellationToken);
    }

    private async Task SucceedAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        refund.SettledAt = time.GetUtcNow();
        // Two refunds settling at once must not count their tax shares from the same start: the payment's version makes one try again.
        attempt.Version++;
        var booked = (await BookedAsync(attempt, cancellationToken)).ToLookup(e => e.Account, e => e.Amount);
        var refunded = refund.Amount - Money.Sum(booked[Ledger.StripeBalance], refund.Amount.Currency);
        var sides = PaymentPostings.Refund(attempt, refund.Amount, refunded, booked);
        await ledger.PostAsync(Posting(refund), refund.OrderId, $"Refund: {refund.Reason}", sides, cancellationToken);
        db.Publish(new RefundSettled(refund.OrderId, refund.Amount, refund.Id.ToString()));
    }

    private async Task FailAsync(Refund refund, PaymentAttempt attempt, bool paidBefore, CancellationToken cancellationToken)
    {
        attempt.RefundReserved -= refund.Amount;
        attempt.Version++;
        if (!paidBefore)
            return;
        refund.SettledAt = null;
        var posting = Posting(refund);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Posting == posting).ToListAsync(cancellationToken);
        await ledger.PostAsync(posting + ":returned", refund.OrderId, "Refund came back", [.. entries.Select(e => (e.Account, -e.Amount))], cancellationToken);
    }

    private static string Posting(Refund refund) => $"refund:{refund.AttemptId}:{refund.Id}";

    private async Task<List<LedgerEntry>> BookedAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        var prefix = $"refund:{attempt.Id}:";
        return await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.OrderId == attempt.OrderId && e.Posting.StartsWith(prefix)).ToListAsync(cancellationToken);
    }
}
