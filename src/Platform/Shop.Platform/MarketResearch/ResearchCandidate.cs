using Shop.Platform.Kernel;

namespace Shop.Platform.MarketResearch;

/// <summary>A scored product idea of a run.</summary>
public sealed class ResearchCandidate : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<ResearchCandidate> Id { get; init; }
    public Id<ResearchRun> RunId { get; init; }

    /// <summary>From 1; candidates without a score come last.</summary>
    public int Rank { get; init; }

    public required string Topic { get; init; }
    public required string Category { get; init; }
    public decimal? Score { get; init; }
    public decimal Low { get; init; }
    public decimal High { get; init; }
    public required string Quality { get; init; }

    /// <summary>Components with their evidence, as JSON.</summary>
    public required string Components { get; init; }

    /// <summary>Forecast as JSON; null when the series is too short.</summary>
    public string? Forecast { get; init; }

    /// <summary>Reasons as JSON.</summary>
    public required string Reasons { get; init; }

    public Guid? SourcingRunId { get; set; }
    public DateTimeOffset? SourcedAt { get; set; }

    /// <summary>True when research itself turned it into a sourcing run, within the merchant's limits.</summary>
    public bool SourcedAutomatically { get; set; }
}
