using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Payments;

/// <summary>The books' invariants, read from the rows themselves.</summary>
internal sealed class VerifyLedger(ShopDb db)
{
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken)
    {
        var entries = await db.Set<LedgerEntry>().AsNoTracking().ToListAsync(cancellationToken);
        var attempts = await db.Set<PaymentAttempt>().AsNoTracking().ToListAsync(cancellationToken);
        var refunds = await db.Set<Refund>().AsNoTracking().ToListAsync(cancellationToken);
        return [.. Unbalanced(entries), .. attempts.SelectMany(a => Wrong(a, refunds, entries)), .. refunds.SelectMany(r => Wrong(r, entries)), .. Orphans(entries, attempts, refunds)];
    }

    private static IEnumerable<string> Unbalanced(List<LedgerEntry> entries) =>
        entries.GroupBy(e => (e.Posting, e.Amount.Currency)).Where(g => g.Sum(e => e.Amount.Amount) != 0m)
            .Select(g => $"Posting {g.Key.Posting} is off by {g.Sum(e => e.Amount.Amount)} {g.Key.Currency}.");

    private static IEnumerable<string> Wrong(PaymentAttempt attempt, List<Refund> refunds, List<LedgerEntry> entries)
    {
        var booked = Balance(entries, $"capture:{attempt.Id}", attempt.Amount.Currency);
        if (booked != attempt.Captured)
            yield return $"Payment {attempt.Id} captured {attempt.Captured}, the ledger says {booked}.";
        if ((attempt.Status == AttemptStatus.Captured) != (attempt.CapturedAt is not null))
            yield return $"Payment {attempt.Id} is {attempt.Status} and its time of capture does not fit.";
        var reserved = Money.Sum(refunds.Where(r => r.AttemptId == attempt.Id && r.Status != RefundStatus.Failed).Select(r => r.Amount), attempt.Amount.Currency);
        if (reserved != attempt.RefundReserved)
            yield return $"Payment {attempt.Id} has reserved {attempt.RefundReserved} for refunds of {reserved}.";
        if (reserved > attempt.Captured)
            yield return $"Payment {attempt.Id} captured {attempt.Captured} and refunds {reserved}.";
    }

    private static IEnumerable<string> Wrong(Refund refund, List<LedgerEntry> entries)
    {
        var expected = refund.Status == RefundStatus.Succeeded ? -refund.Amount : Money.Zero(refund.Amount.Currency);
        var booked = Balance(entries, $"refund:{refund.AttemptId}:{refund.Id}", refund.Amount.Currency) + Balance(entries, $"refund:{refund.AttemptId}:{refund.Id}:returned", refund.Amount.Currency);
        if (booked != expected)
            yield return $"Refund {refund.Id} is {refund.Status} over {refund.Amount}, the ledger says {booked}.";
    }

    private static IEnumerable<string> Orphans(List<LedgerEntry> entries, List<PaymentAttempt> attempts, List<Refund> refunds)
    {
        var known = attempts.SelectMany(a => new[] { $"capture:{a.Id}", $"fee:{a.Id}" })
            .Concat(refunds.SelectMany(r => new[] { $"refund:{r.AttemptId}:{r.Id}", $"refund:{r.AttemptId}:{r.Id}:returned" })).ToHashSet();
        return entries.Select(e => e.Posting).Distinct().Where(p => !p.StartsWith("supplier:", StringComparison.Ordinal) && !known.Contains(p))
            .Select(p => $"Posting {p} belongs to no payment or refund.");
    }

    private static Money Balance(List<LedgerEntry> entries, string posting, string currency) =>
        Money.Sum(entries.Where(e => e.Posting == posting && e.Account == Ledger.StripeBalance).Select(e => e.Amount), currency);
}
