namespace Shop.Platform.MarketResearch.Scoring;

/// <summary>The published recipe of the demand score.</summary>
internal static class Weights
{
    public const string TrendLevel = "trend-level";
    public const string TrendGrowth = "trend-growth";
    public const string Season = "season";
    public const string BestSellers = "best-sellers";
    public const string PriceLevel = "price-level";
    public const string Competition = "competition";
    public const string Margin = "margin";

    /// <summary>Below this much evidence (points of weight) no score is given.</summary>
    public const int LeastCoverage = 50;

    public static IReadOnlyList<ScoreWeight> All { get; } =
    [
        new(TrendLevel, 15, "Search interest of the last eight weeks against the term's own five-year peak"),
        new(TrendGrowth, 20, "Growth of search interest per year, each week against the same week a year before"),
        new(Season, 10, "Interest in the selling weeks ahead (3 to 10 weeks from now) against an average week"),
        new(BestSellers, 20, "Products of this kind among the category's best sellers"),
        new(PriceLevel, 5, "Whether the market price suits single parcels"),
        new(Competition, 10, "How few offers of this kind there are at the suppliers"),
        new(Margin, 20, "Market price less goods and shipping from the supplier, as a share"),
    ];

    public static int Of(string key) => All.Single(w => w.Key == key).Weight;
}
