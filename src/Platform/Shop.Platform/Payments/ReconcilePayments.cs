using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Stripe.Checkout;

namespace Shop.Platform.Payments;

/// <summary>Asks Stripe about what is not settled: webhooks can be lost, and a crash can leave an intent whose outcome nobody wrote down.</summary>
internal sealed class ReconcilePayments(ShopDb db, CheckoutSessions sessions, SettlePayment settle, RefundPayment refunds, BookFee fees, TimeProvider time)
{
    /// <summary>How long a webhook may take before Stripe is asked.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Checks everything of the tenant that was not settled in time.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Patience;
        var open = await db.Set<PaymentAttempt>()
            .Where(a => (a.Status == AttemptStatus.Open || a.Status == AttemptStatus.Intended) && a.CheckedAt <= before).OrderBy(a => a.CheckedAt).Take(100).ToListAsync(cancellationToken);
        foreach (var attempt in open)
            await CheckAsync(attempt, cancellationToken);
        var withoutFee = await db.Set<PaymentAttempt>()
            .Where(a => a.Status == AttemptStatus.Captured && a.FeeBookedAt == null && a.CapturedAt <= before).Take(100).ToListAsync(cancellationToken);
        foreach (var attempt in withoutFee)
            await fees.BookAsync(attempt, cancellationToken);
        var unsettled = await db.Set<Refund>().Where(r => r.Status == RefundStatus.Intended && r.CheckedAt <= before).Take(100).ToListAsync(cancellationToken);
        foreach (var refund in unsettled)
            await refunds.ActAsync(refund, cancellationToken);
    }

    /// <summary>Checks the open attempts of one order now, at most every two seconds.</summary>
    public async Task CheckOrderAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - TimeSpan.FromSeconds(2);
        var open = await db.Set<PaymentAttempt>().Where(a => a.OrderId == orderId && a.Status == AttemptStatus.Open && a.CheckedAt <= before).ToListAsync(cancellationToken);
        foreach (var attempt in open)
            await CheckAsync(attempt, cancellationToken);
    }

    /// <summary>Closes the open pages of an order.</summary>
    public async Task CloseOrderAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var open = await db.Set<PaymentAttempt>()
            .Where(a => a.OrderId == orderId && (a.Status == AttemptStatus.Open || a.Status == AttemptStatus.Intended)).ToListAsync(cancellationToken);
        foreach (var attempt in open)
        {
            // Refused when it is paid or expired already: reading it then says which.
            if (attempt.SessionId is { } id && (await sessions.ExpireAsync(id, cancellationToken)).Failed(out var problem, out _) && problem.Kind == ProblemKind.Unavailable)
                throw new InvalidOperationException(problem.Message);
            await CheckAsync(attempt, cancellationToken);
        }
    }

    private async Task CheckAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        attempt.CheckedAt = time.GetUtcNow();
        if (!(await ReadAsync(attempt, cancellationToken)).Failed(out _, out var found))
            await ApplyAsync(attempt, found.FirstOrDefault(), cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A webhook recorded the same fact while Stripe was asked.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Outcome<List<Session>>> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.SessionId is null)
            return await sessions.FindAsync(attempt, cancellationToken);
        return (await sessions.ReadAsync(attempt.SessionId, cancellationToken)).Failed(out var problem, out var session) ? problem : new List<Session> { session };
    }

    private async Task ApplyAsync(PaymentAttempt attempt, Session? session, CancellationToken cancellationToken)
    {
        if (session is null)
        {
            // Never made, and too late to make it now.
            if (time.GetUtcNow() > attempt.ExpiresAt)
                settle.Expired(attempt);
            return;
        }
        (attempt.SessionId, attempt.SessionUrl) = (session.Id, session.Url ?? attempt.SessionUrl);
        if (session.PaymentStatus == "paid" && session.PaymentIntentId is { } intent)
            await settle.CapturedAsync(attempt, intent, Money.FromMinor(session.AmountTotal ?? 0, session.Currency.ToUpperInvariant()), cancellationToken);
        else if (session.Status == "expired")
            settle.Expired(attempt);
        else if (attempt.Status == AttemptStatus.Intended)
            (attempt.Status, attempt.Version) = (AttemptStatus.Open, attempt.Version + 1);
    }
}
