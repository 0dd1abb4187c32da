using Shop.Platform.Kernel;

namespace Shop.Platform.MarketResearch;

/// <summary>The merchant's limits; one row per tenant, none means the defaults.</summary>
public sealed class ResearchSettings : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<ResearchSettings> Id { get; init; }
    public bool AutoSource { get; set; }
    public int MaxRunsPerWeek { get; set; }
    public int MaxProductsPerRun { get; set; }
    public decimal MinScore { get; set; }

    /// <summary>The merchant's own topics, as JSON.</summary>
    public required string Topics { get; set; }
}
