using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Stripe;

namespace Shop.Platform.Payments;

/// <summary>Books what Stripe takes, read from the charge's balance transaction.</summary>
internal sealed class BookFee(ShopDb db, StripeGateway stripe, Ledger ledger, TimeProvider time) : IHandle<PaymentCaptured>
{
    public async Task HandleAsync(PaymentCaptured @event, CancellationToken cancellationToken)
    {
        var attempt = await db.Set<PaymentAttempt>().SingleOrDefaultAsync(a => a.PaymentIntentId == @event.PaymentIntentId, cancellationToken);
        // A fee that is not known yet is the reconciliation's to fetch.
        if (attempt is not null)
            await BookAsync(attempt, cancellationToken);
    }

    public async Task BookAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.FeeBookedAt is not null)
            return;
        var options = new PaymentIntentGetOptions { Expand = ["latest_charge.balance_transaction"] };
        var read = await stripe.CallAsync(client => new PaymentIntentService(client).GetAsync(attempt.PaymentIntentId, options, cancellationToken: cancellationToken), cancellationToken);
        if (read.Failed(out _, out var intent) || intent.LatestCharge?.BalanceTransaction is not { } balance)
            return;
        var fee = Money.FromMinor(balance.Fee, balance.Currency.ToUpperInvariant());
        await ledger.PostAsync($"fee:{attempt.Id}", attempt.OrderId, "Stripe fee", [(Ledger.Fees, fee), (Ledger.StripeBalance, -fee)], cancellationToken);
        attempt.FeeBookedAt = time.GetUtcNow();
        attempt.Version++;
        await db.SaveChangesAsync(cancellationToken);
    }
}
