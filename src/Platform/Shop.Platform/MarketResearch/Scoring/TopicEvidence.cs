using Shop.Platform.MarketResearch.Forecasting;

namespace Shop.Platform.MarketResearch.Scoring;

/// <summary>Everything known about one product idea when it is scored. Null is unknown.</summary>
internal sealed record TopicEvidence(string Topic, string Category)
{
    public Interest? Interest { get; init; }

    public BestSellers? BestSellers { get; init; }

    public Supply? Supply { get; init; }
}

/// <summary>Search interest by week.</summary>
internal sealed record Interest(string Source, string? Address, DateTimeOffset ObservedAt, WeeklySeries Weeks);

/// <summary>A category's best-seller list and what in it matches the topic.</summary>
/// <param name="ListLength">How many products the list showed.</param>
internal sealed record BestSellers(string Source, DateTimeOffset ObservedAt, int ListLength, IReadOnlyList<RankedProduct> Matches);

/// <param name="PriceCad">Null when the card shows none.</param>
internal sealed record RankedProduct(string Title, int Rank, decimal? PriceCad, string? Address);

/// <summary>What the suppliers offer.</summary>
/// <param name="Results">All hits as the suppliers count them; null when none counts.</param>
internal sealed record Supply(IReadOnlyList<string> Sources, DateTimeOffset ObservedAt, int Suppliers, long? Results, LandedOffer? Landed);

/// <summary>A typical matching offer brought to Canada.</summary>
/// <param name="ShippingCad">Null when the supplier gave no shipping price.</param>
internal sealed record LandedOffer(string Source, string Title, decimal PriceCad, decimal? ShippingCad, string? Address, DateTimeOffset ObservedAt);
