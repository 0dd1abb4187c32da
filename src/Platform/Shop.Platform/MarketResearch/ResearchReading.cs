using Shop.Platform.Kernel;

namespace Shop.Platform.MarketResearch;

/// <summary>One answer of one source, kept as it was: the evidence behind scores. A failure is kept too, as missing evidence.</summary>
public sealed class ResearchReading : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<ResearchReading> Id { get; init; }
    public Id<ResearchRun> RunId { get; init; }
    public ReadingKind Kind { get; init; }

    /// <summary>Connector id.</summary>
    public required string Source { get; init; }

    /// <summary>A topic's words, or <c>category:{key}</c>.</summary>
    public required string Subject { get; init; }

    public DateTimeOffset ObservedAt { get; init; }

    /// <summary>The answer as JSON; null on failure.</summary>
    public string? Payload { get; init; }

    /// <summary>Kind of the fault; null on success.</summary>
    public string? Fault { get; init; }

    public string? FaultMessage { get; init; }
}

public enum ReadingKind
{
    Signals,
    Search,
    Landed,
}
