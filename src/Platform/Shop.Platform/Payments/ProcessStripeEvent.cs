using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Stripe;

namespace Shop.Platform.Payments;

/// <summary>
/// Works on a stored webhook, in any order and as often as delivered. What is about a row that does not exist yet is tried again later (the
/// exception makes the outbox do so).
/// </summary>
internal sealed class ProcessStripeEvent(ShopDb db, SettlePayment payments, SettleRefund refunds, StripeGateway stripe, TimeProvider time, IIdSource ids)
    : IHandle<StripeEventStored>
{
    public async Task HandleAsync(StripeEventStored @event, CancellationToken cancellationToken)
    {
        var stored = await db.Set<StripeEvent>().SingleAsync(e => e.Id == @event.Event, cancellationToken);
        if (stored.ProcessedAt is not null)
            return;
        stored.Result = await ApplyAsync(stored, cancellationToken);
        stored.ProcessedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<string> ApplyAsync(StripeEvent stored, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(stored.Payload);
        var thing = json.RootElement.GetProperty("data").GetProperty("object");
        // Stores that share a Stripe account hear each other's events.
        if (StripeFacts.TenantOf(thing) is { } owner && owner != db.FilterTenant.ToString())
            return "foreign";
        return StripeFacts.Read(stored.Type, thing) switch
        {
            null => "ignored",
            StripeFact.Captured fact => await OnAttemptAsync(fact.Attempt, attempt => payments.CapturedAsync(attempt, fact.PaymentIntentId, fact.Amount, cancellationToken), cancellationToken),
            StripeFact.Expired fact => await OnAttemptAsync(fact.Attempt, attempt => { payments.Expired(attempt); return Task.CompletedTask; }, cancellationToken),
            StripeFact.Failed fact => await OnAttemptAsync(fact.Attempt, attempt => { payments.Failed(attempt, fact.Reason); return Task.CompletedTask; }, cancellationToken),
            StripeFact.RefundChanged fact => await OnRefundAsync(fact, cancellationToken),
            var other => throw new InvalidOperationException($"Unknown fact {other.GetType().Name}."),
        };
    }

    private async Task<string> OnAttemptAsync(string? id, Func<PaymentAttempt, Task> apply, CancellationToken cancellationToken)
    {
        if (!Id<PaymentAttempt>.TryParse(id, null, out var attemptId))
            return "foreign";
        var attempt = await db.Set<PaymentAttempt>().SingleOrDefaultAsync(a => a.Id == attemptId, cancellationToken)
            ?? throw new InvalidOperationException($"The payment attempt {id} is not known yet.");
        await apply(attempt);
        return "applied";
    }

    private async Task<string> OnRefundAsync(StripeFact.RefundChanged fact, CancellationToken cancellationToken)
    {
        var refund = Id<Refund>.TryParse(fact.Refund, null, out var id)
            ? await db.Set<Refund>().SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
                ?? throw new InvalidOperationException($"The refund {fact.Refund} is not known yet.")
            : await db.Set<Refund>().SingleOrDefaultAsync(r => r.StripeId == fact.StripeId, cancellationToken)
                ?? await AdoptAsync(fact, cancellationToken);
        if (refund is null)
            return "foreign";
        await refunds.ApplyAsync(refund, fact.StripeId, fact.Status, cancellationToken);
        return "applied";
    }

    /// <summary>A refund made in Stripe's dashboard: it gets a row here. Null when the payment is not this store's.</summary>
    private async Task<Refund?> AdoptAsync(StripeFact.RefundChanged fact, CancellationToken cancellationToken)
    {
        if (fact.PaymentIntentId is not { } intent)
            return null;
        if (await db.Set<PaymentAttempt>().SingleOrDefaultAsync(a => a.PaymentIntentId == intent && a.Status == AttemptStatus.Captured, cancellationToken) is not { } attempt)
            return await IsOursAsync(intent, cancellationToken) ? throw new InvalidOperationException($"The payment {intent} is not recorded yet.") : null;
        var now = time.GetUtcNow();
        var refund = new Refund
        {
            Id = ids.New<Refund>(),
            OrderId = attempt.OrderId,
            AttemptId = attempt.Id,
            Key = $"stripe:{fact.StripeId}",
            Amount = fact.Amount,
            Reason = fact.Reason,
            StripeId = fact.StripeId,
            CreatedAt = now,
            CheckedAt = now,
        };
        attempt.RefundReserved += fact.Amount;
        attempt.Version++;
        db.Add(refund);
        return refund;
    }

    private async Task<bool> IsOursAsync(string paymentIntent, CancellationToken cancellationToken)
    {
        var read = await stripe.CallAsync(client => new PaymentIntentService(client).GetAsync(paymentIntent, cancellationToken: cancellationToken), cancellationToken);
        if (read.Failed(out var problem, out var intent))
            return problem.Kind != ProblemKind.Conflict ? throw new InvalidOperationException(problem.Message) : false;
        return intent.Metadata?.GetValueOrDefault(CheckoutSessions.TenantKey) == db.FilterTenant.ToString();
    }
}
