namespace Shop.Platform.Kernel.Audit;

/// <summary>Who did what to what. Written with the change it describes, never changed.</summary>
public sealed class AuditEntry : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<AuditEntry> Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public string? Details { get; init; }
}
