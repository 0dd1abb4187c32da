using Shop.Platform.Kernel;

namespace Shop.Platform.Ordering;

/// <summary>Money and order disagree: a person has to decide.</summary>
public sealed class OrderIssue : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<OrderIssue> Id { get; init; }
    public Id<Order> OrderId { get; init; }

    /// <summary><c>amount-differs</c>, <c>paid-after-cancel</c> or <c>paid-twice</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The payment it is about: one issue per order, kind and payment.</summary>
    public required string Reference { get; init; }

    public required string Details { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public string? ResolvedBy { get; set; }
}
