using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Stripe;

namespace Shop.Platform.Payments;

/// <summary>Gives money back: reserves it on the payment in the same commit as the intent, so that refunds at once cannot exceed what was captured.</summary>
internal sealed class RefundPayment(ShopDb db, StripeGateway stripe, SettleRefund settle, TimeProvider time, IIdSource ids)
{
    private const int Tries = 5;

    public async Task<Outcome<RefundReceipt>> RefundAsync(Guid orderId, Money amount, string reason, string key, CancellationToken cancellationToken)
    {
        if (amount.Amount <= 0m || amount.Round() != amount)
            return Problem.InvalidField("amount", "Enter an amount above zero in whole cents.");
        if ((await IntendAsync(orderId, amount, reason, key, cancellationToken)).Failed(out var problem, out var refund))
            return problem;
        return refund.Status == RefundStatus.Intended ? await ActAsync(refund, cancellationToken) : refund.Receipt;
    }

    /// <summary>Asks Stripe for a refund whose outcome is not known: under the same key while Stripe remembers it, after that by looking first.</summary>
    public async Task<Outcome<RefundReceipt>> ActAsync(Refund refund, CancellationToken cancellationToken)
    {
        var attempt = await db.Set<PaymentAttempt>().SingleAsync(a => a.Id == refund.AttemptId, cancellationToken);
        var answer = time.GetUtcNow() - refund.CreatedAt > CheckoutSessions.KeyLife
            ? await FindAsync(refund, attempt, cancellationToken) : await CreateAsync(refund, attempt, cancellationToken);
        refund.CheckedAt = time.GetUtcNow();
        if (answer.Failed(out var problem, out var stripeRefund))
        {
            if (problem.Kind == ProblemKind.Conflict)
                await settle.ApplyAsync(refund, null, RefundStatus.Failed, cancellationToken);
            await SaveAsync(cancellationToken);
            return problem;
        }
        await settle.ApplyAsync(refund, stripeRefund.Id, SettleRefund.StatusOf(stripeRefund.Status), cancellationToken);
        await SaveAsync(cancellationToken);
        return refund.Receipt;
    }

    private async Task<Outcome<Refund>> IntendAsync(Guid orderId, Money amount, string reason, string key, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Set<Refund>().SingleOrDefaultAsync(r => r.Key == key, cancellationToken) is { } known)
                return known.OrderId == orderId && known.Amount == amount ? known : Problem.Conflict("refund.key-reused", "This key was used for another refund.");
            try
            {
                return await ReserveAsync(orderId, amount, reason, key, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Another refund of this payment came between: look again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome<Refund>> ReserveAsync(Guid orderId, Money amount, string reason, string key, CancellationToken cancellationToken)
    {
        var payments = await db.Set<PaymentAttempt>().Where(a => a.OrderId == orderId && a.Status == AttemptStatus.Captured).ToListAsync(cancellationToken);
        if (payments.Count == 0)
            return Problem.Conflict("refund.nothing-captured", "Nothing was paid for this order.");
        if (payments.FirstOrDefault(p => p.Captured.Currency == amount.Currency && p.Captured - p.RefundReserved >= amount) is not { } payment)
            return Problem.Conflict("refund.too-much", $"At most {payments.Max(p => (p.Captured - p.RefundReserved).Amount):0.00} {payments[0].Captured.Currency} can still be refunded.");
        var now = time.GetUtcNow();
        var refund = new Refund { Id = ids.New<Refund>(), OrderId = orderId, AttemptId = payment.Id, Key = key, Amount = amount, Reason = reason, CreatedAt = now, CheckedAt = now };
        refund = Reserve(payment, refund);
        await db.SaveChangesAsync(cancellationToken);
        return refund;
    }

    private Refund Reserve(PaymentAttempt payment, Refund refund)
    {
        payment.RefundReserved += refund.Amount;
        payment.Version++;
        db.Add(refund);
        return refund;
    }

    private Task<Outcome<Stripe.Refund>> CreateAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        var options = new RefundCreateOptions
        {
            PaymentIntent = attempt.PaymentIntentId,
            Amount = refund.Amount.ToMinor(),
            Reason = "requested_by_customer",
            Metadata = new() { [CheckoutSessions.RefundKey] = refund.Id.ToString(), [CheckoutSessions.TenantKey] = attempt.TenantId.ToString(), ["reason"] = Short(refund.Reason) },
        };
        return stripe.CallAsync(client => new RefundService(client).CreateAsync(options, StripeGateway.Once(refund.IdempotencyKey), cancellationToken), cancellationToken);
    }

    private async Task<Outcome<Stripe.Refund>> FindAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        var listed = await stripe.CallAsync(
            client => new RefundService(client).ListAsync(new RefundListOptions { PaymentIntent = attempt.PaymentIntentId, Limit = 100 }, cancellationToken: cancellationToken), cancellationToken);
        if (listed.Failed(out var problem, out var refunds))
            return problem;
        return refunds.FirstOrDefault(r => r.Metadata?.GetValueOrDefault(CheckoutSessions.RefundKey) == refund.Id.ToString())
            is { } found ? found : Problem.Conflict("refund.not-made", "Stripe never received this refund; please ask for it again.");
    }

    /// <summary>The webhook of this very refund may have been recorded meanwhile; then it said the same.</summary>
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
        }
    }

    private static string Short(string text) => text.Length > 400 ? text[..400] : text;
}
