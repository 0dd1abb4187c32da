using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting;

/// <summary>How a worker is: for the operator's page.</summary>
/// <param name="State"><c>running</c>, <c>stopped</c> (none needed) or <c>pausing</c> (failed, waiting before the next start).</param>
public sealed record WorkerHealth(string Connector, string State)
{
    /// <summary>Null: shared by all tenants.</summary>
    public string? Tenant { get; init; }

    public int? ProcessId { get; init; }

    public long MemoryBytes { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public long Calls { get; init; }

    /// <summary>Calls that run now.</summary>
    public int Running { get; init; }

    public bool Confined { get; init; }

    public IReadOnlyList<WorkerFault> LastFaults { get; init; } = [];
}

public sealed record WorkerFault(DateTimeOffset At, string Tenant, FaultKind Kind, string Text);
