using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>Money on its way back to a shopper: written before Stripe is asked.</summary>
internal sealed class Refund : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<Refund> Id { get; init; }
    public Guid OrderId { get; init; }
    public Id<PaymentAttempt> AttemptId { get; init; }

    /// <summary>The caller's key, or <c>stripe:{id}</c> for one made in Stripe's dashboard.</summary>
    public required string Key { get; init; }

    public Money Amount { get; init; }
    public required string Reason { get; init; }
    public RefundStatus Status { get; set; }
    public string? StripeId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset CheckedAt { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public int Version { get; set; }

    public string IdempotencyKey => $"refund:{Id}";

    public RefundReceipt Receipt => new(StripeId ?? Id.ToString(), Amount, Status switch
    {
        RefundStatus.Succeeded => "succeeded",
        RefundStatus.Failed => "failed",
        _ => "pending",
    });
}

/// <summary>In the order in which they may follow: a message with an earlier one came late and says nothing new.</summary>
internal enum RefundStatus
{
    Intended,
    Pending,
    Succeeded,

    /// <summary>Also after success: the bank sent it back.</summary>
    Failed,
}
