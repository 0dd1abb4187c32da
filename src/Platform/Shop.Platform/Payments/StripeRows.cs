using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>A webhook as it came: stored before it is understood.</summary>
internal sealed class StripeEvent : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<StripeEvent> Id { get; init; }
    public required string EventId { get; init; }
    public required string Type { get; init; }
    public required string Payload { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? ProcessedAt { get; set; }

    /// <summary><c>applied</c>, <c>ignored</c> (a type that means nothing here) or <c>foreign</c> (another store's, or not made by us).</summary>
    public string? Result { get; set; }
}

/// <summary>The webhook endpoint registered with Stripe for a tenant.</summary>
internal sealed class StripeEndpoint : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<StripeEndpoint> Id { get; init; }
    public required string Url { get; init; }
    public required string EndpointId { get; init; }

    /// <summary>Signing secret, protected.</summary>
    public required string Secret { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
