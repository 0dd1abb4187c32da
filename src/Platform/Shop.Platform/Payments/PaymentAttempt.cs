using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>One try to be paid for an order: written before Stripe is asked, so that a crash leaves a trace to resume from.</summary>
internal sealed class PaymentAttempt : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<PaymentAttempt> Id { get; init; }
    public Guid OrderId { get; init; }

    /// <summary>From 1 per order; unique, so that two requests at once share one attempt.</summary>
    public int Number { get; init; }

    public Money Amount { get; init; }

    /// <summary>The <see cref="Payable"/> as JSON: a repeat under the same idempotency key must send the same words.</summary>
    public required string Request { get; init; }

    public AttemptStatus Status { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset CheckedAt { get; set; }
    public string? SessionId { get; set; }
    public string? SessionUrl { get; set; }
    public string? PaymentIntentId { get; set; }
    public Money Captured { get; set; } = Money.Cad(0m);
    public DateTimeOffset? CapturedAt { get; set; }
    public DateTimeOffset? FeeBookedAt { get; set; }

    /// <summary>Refunds asked for and not failed: the rest may still be refunded.</summary>
    public Money RefundReserved { get; set; } = Money.Cad(0m);

    public int Version { get; set; }

    public string IdempotencyKey => $"checkout:{Id}";
}

internal enum AttemptStatus
{
    /// <summary>Stripe may or may not have heard of it.</summary>
    Intended,
    Open,
    Captured,
    Expired,
}
