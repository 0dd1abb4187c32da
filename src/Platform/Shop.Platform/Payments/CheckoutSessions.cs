using Shop.Platform.Kernel;
using Stripe;
using Stripe.Checkout;

namespace Shop.Platform.Payments;

/// <summary>Checkout Sessions at Stripe, in the words of this slice.</summary>
internal sealed class CheckoutSessions(StripeGateway stripe, ITenantAccessor tenant, TimeProvider time)
{
    internal const string AttemptKey = "shop_attempt";
    internal const string TenantKey = "shop_tenant";
    internal const string RefundKey = "shop_refund";

    /// <summary>Stripe may forget idempotency keys after 24 hours: from then on, look before writing. An hour early, to be safe.</summary>
    internal static readonly TimeSpan KeyLife = TimeSpan.FromHours(23);

    public async Task<Outcome<Session>> OpenAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - attempt.CreatedAt > KeyLife)
        {
            if ((await FindAsync(attempt, cancellationToken)).Failed(out var problem, out var found))
                return problem;
            return found.FirstOrDefault() is { } session ? session : Problem.Conflict("payment.expired", "The time to pay this order is over.");
        }
        return await stripe.CallAsync(
            client => new SessionService(client).CreateAsync(Options(attempt), StripeGateway.Once(attempt.IdempotencyKey), cancellationToken), cancellationToken);
    }

    public Task<Outcome<Session>> ReadAsync(string sessionId, CancellationToken cancellationToken) =>
        stripe.CallAsync(client => new SessionService(client).GetAsync(sessionId, cancellationToken: cancellationToken), cancellationToken);

    public Task<Outcome<Session>> ExpireAsync(string sessionId, CancellationToken cancellationToken) =>
        stripe.CallAsync(client => new SessionService(client).ExpireAsync(sessionId, cancellationToken: cancellationToken), cancellationToken);

    /// <summary>The session made for an attempt whose answer was lost: none or one.</summary>
    public Task<Outcome<List<Session>>> FindAsync(PaymentAttempt attempt, CancellationToken cancellationToken) => stripe.CallAsync(
        async client =>
        {
            var created = new DateRangeOptions
            {
                GreaterThanOrEqual = attempt.CreatedAt.AddMinutes(-5).UtcDateTime,
                LessThanOrEqual = (attempt.CreatedAt + KeyLife).UtcDateTime,
            };
            var listed = new SessionService(client).ListAutoPagingAsync(new SessionListOptions { Created = created, Limit = 100 }, cancellationToken: cancellationToken);
            await foreach (var session in listed)
                if (session.ClientReferenceId == attempt.Id.ToString())
                    return [session];
            return new List<Session>();
        },
        cancellationToken);

    private SessionCreateOptions Options(PaymentAttempt attempt)
    {
        var payable = PaymentPostings.PayableOf(attempt);
        var metadata = new Dictionary<string, string>
        {
            [AttemptKey] = attempt.Id.ToString(),
            [TenantKey] = tenant.Required.ToString(),
            ["order_number"] = payable.OrderNumber,
        };
        return new SessionCreateOptions
        {
            Mode = "payment",
            ClientReferenceId = attempt.Id.ToString(),
            CustomerEmail = payable.Email,
            Locale = payable.Language == "fr" ? "fr-CA" : "en",
            SuccessUrl = payable.SuccessUrl.ToString(),
            CancelUrl = payable.CancelUrl.ToString(),
            ExpiresAt = attempt.ExpiresAt.UtcDateTime,
            Metadata = metadata,
            PaymentIntentData = new SessionPaymentIntentDataOptions { Metadata = metadata, Description = $"Order {payable.OrderNumber}" },
            LineItems = [.. payable.Lines.Where(l => !l.UnitAmount.IsZero).Select(Item)],
        };
    }

    private static SessionLineItemOptions Item(PayableLine line) => new()
    {
        Quantity = line.Quantity,
        PriceData = new SessionLineItemPriceDataOptions
        {
            Currency = line.UnitAmount.Currency.ToLowerInvariant(),
            UnitAmount = line.UnitAmount.ToMinor(),
            ProductData = new SessionLineItemPriceDataProductDataOptions { Name = line.Name.Length > 250 ? line.Name[..250] : line.Name },
        },
    };
}
