namespace Shop.Platform.Kernel.Outbox;

/// <summary>One event on its way to one handler.</summary>
public sealed class OutboxMessage : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<OutboxMessage> Id { get; init; }
    public required string Event { get; init; }
    public required string Handler { get; init; }
    public required string Payload { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public int Attempts { get; set; }

    /// <summary>When to try next; null once delivered or parked.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Type and text of the last failure. A parked message (no due time, not delivered) waits for an operator.</summary>
    public string? LastError { get; set; }
}
