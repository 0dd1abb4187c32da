using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>A line of the call log: what was asked of a connector and how it ended. Holds no secret and no personal data.</summary>
internal sealed class ConnectorCall : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<ConnectorCall> Id { get; init; }
    public required string ConnectorId { get; init; }
    public required string Capability { get; init; }
    public DateTimeOffset At { get; init; }
    public int Milliseconds { get; init; }

    /// <summary><c>ok</c>, or the fault's kind.</summary>
    public required string Outcome { get; init; }

    public string? Code { get; init; }
    public int Requests { get; init; }

    /// <summary>The requests, a line each, and the fault's detail; secrets removed.</summary>
    public string? Detail { get; init; }
}
