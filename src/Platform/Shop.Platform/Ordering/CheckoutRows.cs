using Shop.Platform.Kernel;

namespace Shop.Platform.Ordering;

/// <summary>Remembers which order a checkout request made, so that its repeat finds the same one. Kept for good.</summary>
internal sealed class CheckoutRequest : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<CheckoutRequest> Id { get; init; }
    public required string Key { get; init; }
    public required string BodyHash { get; init; }
    public Id<Order> OrderId { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>The next order number of a tenant.</summary>
internal sealed class OrderCounter : ITenantOwned
{
    public const int First = 1001;

    public TenantId TenantId { get; init; }
    public int Next { get; set; }
}
