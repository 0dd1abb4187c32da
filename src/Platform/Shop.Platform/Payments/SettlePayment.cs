using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Payments;

/// <summary>What is known about an attempt, whoever told it (webhook, return page, reconciliation). Each fact counts once; order does not matter.</summary>
internal sealed class SettlePayment(ShopDb db, Ledger ledger, TimeProvider time)
{
    /// <summary>Stripe holds the money. Wins over everything said before or after. Changes the scope's <c>ShopDb</c> without saving.</summary>
    public async Task CapturedAsync(PaymentAttempt attempt, string paymentIntentId, Money amount, CancellationToken cancellationToken)
    {
        if (attempt.Status == AttemptStatus.Captured)
            return;
        (attempt.Status, attempt.PaymentIntentId, attempt.Captured, attempt.CapturedAt) = (AttemptStatus.Captured, paymentIntentId, amount, time.GetUtcNow());
        attempt.Version++;
        await ledger.PostAsync($"capture:{attempt.Id}", attempt.OrderId, "Payment captured", PaymentPostings.Capture(attempt, amount), cancellationToken);
        db.Publish(new PaymentCaptured(attempt.OrderId, amount, paymentIntentId));
    }

    /// <summary>The payment page closed unpaid.</summary>
    public void Expired(PaymentAttempt attempt)
    {
        if (attempt.Status is AttemptStatus.Captured or AttemptStatus.Expired)
            return;
        attempt.Status = AttemptStatus.Expired;
        attempt.Version++;
        db.Publish(new CheckoutExpired(attempt.OrderId));
    }

    /// <summary>A card was declined; the page stays open for another try.</summary>
    public void Failed(PaymentAttempt attempt, string reason)
    {
        if (attempt.Status is AttemptStatus.Intended or AttemptStatus.Open)
            db.Publish(new PaymentFailed(attempt.OrderId, reason));
    }
}
