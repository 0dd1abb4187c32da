using Shop.Platform.Kernel;

namespace Shop.Platform.MarketResearch;

/// <summary>One market research: its topics, how far it is, and its result.</summary>
public sealed class ResearchRun : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<ResearchRun> Id { get; init; }
    public ResearchStatus Status { get; set; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
    public required string StartedBy { get; init; }

    /// <summary>Topics with their categories, as JSON.</summary>
    public required string Topics { get; init; }

    public int TopicCount { get; init; }
    public int Questions { get; set; }
    public int Answered { get; set; }
    public int Scored { get; set; }
    public int Abstained { get; set; }
    public string? TopTopic { get; set; }
    public decimal? TopScore { get; set; }
    public string? Report { get; set; }
}
