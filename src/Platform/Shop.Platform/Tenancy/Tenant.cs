using Shop.Platform.Kernel;

namespace Shop.Platform.Tenancy;

/// <summary>A merchant's store as the platform knows it. Owned by the platform, so not filtered by tenant.</summary>
internal sealed class Tenant
{
    private static readonly Dictionary<TenantStatus, TenantStatus[]> Moves = new()
    {
        [TenantStatus.Trial] = [TenantStatus.Active, TenantStatus.Suspended, TenantStatus.Leaving],
        [TenantStatus.Active] = [TenantStatus.Suspended, TenantStatus.Leaving],
        [TenantStatus.Suspended] = [TenantStatus.Active, TenantStatus.Leaving],
        [TenantStatus.Leaving] = [],
    };

    public TenantId Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; set; }

    /// <summary><c>en</c> or <c>fr</c>.</summary>
    public required string Language { get; set; }

    public required string Province { get; set; }
    public string Currency { get; init; } = "CAD";
    public required string ContactEmail { get; set; }
    public string? GstNumber { get; set; }
    public string? QstNumber { get; set; }
    public TenantStatus Status { get; private set; } = TenantStatus.Trial;
    public DateTimeOffset CreatedAt { get; init; }
    public TenantSettings Settings { get; set; } = new();

    public bool Open => Status is TenantStatus.Trial or TenantStatus.Active;

    public Outcome<Done> MoveTo(TenantStatus next)
    {
        if (Status == next)
            return new Done();
        if (!Moves[Status].Contains(next))
            return Problem.Conflict("tenant.status", $"A store that is {Status} cannot become {next}.");
        Status = next;
        return new Done();
    }
}
