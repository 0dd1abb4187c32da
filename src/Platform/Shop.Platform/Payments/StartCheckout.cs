using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Payments;

/// <summary>Opens the payment page of an order: the intent is stored first, then Stripe is asked under the intent's key.</summary>
internal sealed class StartCheckout(ShopDb db, CheckoutSessions sessions, RegisterWebhook webhooks, TimeProvider time, IIdSource ids)
{
    /// <summary>Long enough to find a card, short enough for the price to hold. Stripe allows 30 minutes to 24 hours.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    public async Task<Outcome<Uri>> StartAsync(Payable payable, CancellationToken cancellationToken)
    {
        var amount = Money.Sum(payable.Lines.Select(l => l.UnitAmount * l.Quantity), payable.Lines[0].UnitAmount.Currency);
        if (amount.Amount <= 0m)
            return Problem.Conflict("payment.nothing-to-pay", "There is nothing to pay.");
        var attempt = await LatestAsync(payable.OrderId, cancellationToken) ?? await IntendAsync(payable, amount, 1, cancellationToken);
        if (attempt.Status == AttemptStatus.Captured)
            return Problem.Conflict("payment.done", "This order is paid.");
        if (attempt.Status == AttemptStatus.Expired || attempt.ExpiresAt <= time.GetUtcNow())
            return Problem.Conflict("payment.expired", "The time to pay this order is over. Your cart still has everything: please check out again.");
        if (attempt.Amount != amount)
            throw new InvalidOperationException($"Order {payable.OrderId} was to be paid with {attempt.Amount}, now with {amount}.");
        return attempt.SessionUrl is { } url ? new Uri(url) : await OpenAsync(attempt, cancellationToken);
    }

    private async Task<Outcome<Uri>> OpenAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await webhooks.EnsureAsync(cancellationToken);
        if ((await sessions.OpenAsync(attempt, cancellationToken)).Failed(out var problem, out var session))
            return problem;
        (attempt.SessionId, attempt.SessionUrl, attempt.PaymentIntentId) = (session.Id, session.Url, session.PaymentIntentId);
        attempt.Status = AttemptStatus.Open;
        attempt.Version++;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another request under the same key, or already the webhook, was faster: the session is the same.
            db.ChangeTracker.Clear();
        }
        return new Uri(session.Url);
    }

    private async Task<PaymentAttempt> IntendAsync(Payable payable, Money amount, int number, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var attempt = new PaymentAttempt
        {
            Id = ids.New<PaymentAttempt>(),
            OrderId = payable.OrderId,
            Number = number,
            Amount = amount,
            Captured = Money.Zero(amount.Currency),
            RefundReserved = Money.Zero(amount.Currency),
            Request = JsonSerializer.Serialize(payable, KernelJson.Options),
            CreatedAt = now,
            CheckedAt = now,
            // Stripe counts whole seconds.
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds((now + Lifetime).ToUnixTimeSeconds()),
        };
        db.Add(attempt);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return attempt;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await LatestAsync(payable.OrderId, cancellationToken) ?? throw new InvalidOperationException($"The intent to be paid for {payable.OrderId} could not be stored.");
        }
    }

    private Task<PaymentAttempt?> LatestAsync(Guid orderId, CancellationToken cancellationToken) =>
        db.Set<PaymentAttempt>().Where(a => a.OrderId == orderId).OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancellationToken);
}
