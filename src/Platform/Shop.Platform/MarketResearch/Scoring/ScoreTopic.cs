using Shop.Platform.MarketResearch.Forecasting;

namespace Shop.Platform.MarketResearch.Scoring;

/// <summary>The score of one topic. Pure: the same evidence gives the same score.</summary>
/// <param name="Score">Weighted mean over the known components; null when the evidence does not suffice.</param>
internal sealed record ScoredTopic(
    TopicEvidence Evidence, decimal? Score, decimal Low, decimal High, int Coverage, string Quality,
    IReadOnlyList<ScoreComponent> Components, DemandForecast? Forecast, IReadOnlyList<string> Reasons);

internal static class ScoreTopic
{
    private const int LeastWeeks = 52;
    private const int ReasonsShown = 3;

    public static ScoredTopic Score(TopicEvidence evidence)
    {
        IReadOnlyList<ScoreComponent> components = [.. TrendComponents.Of(evidence.Interest), .. MarketComponents.Of(evidence)];
        var forecast = evidence.Interest is { } interest ? Forecaster.Forecast(interest.Weeks) : null;
        return Weigh(evidence, components, forecast);
    }

    internal static ScoredTopic Weigh(TopicEvidence evidence, IReadOnlyList<ScoreComponent> components, DemandForecast? forecast)
    {
        var known = components.Where(c => c.Value is not null).ToList();
        var coverage = known.Sum(c => c.Weight);
        var points = known.Sum(c => c.Weight * c.Value!.Value);
        var abstained = Abstains(evidence, coverage);
        decimal? score = abstained is null ? Math.Round(points / coverage, 1) : null;
        return new ScoredTopic(
            evidence, score, Math.Round(points / 100, 1), Math.Round((points / 100) + (100 - coverage), 1), coverage,
            Quality(score, coverage), components, forecast, Reasons(components, abstained));
    }

    /// <summary>Why no score is given; null when it is.</summary>
    private static string? Abstains(TopicEvidence evidence, int coverage)
    {
        var demand = evidence.Interest?.Weeks.Values.Count >= LeastWeeks || evidence.BestSellers?.Matches.Count > 0;
        return !demand ? "No score: neither a year of search interest nor a best seller of this kind is known."
            : coverage < Weights.LeastCoverage ? $"No score: only {coverage} of 100 points of evidence are known, {Weights.LeastCoverage} are needed."
            : null;
    }

    private static string Quality(decimal? score, int coverage) =>
        score is null ? "insufficient" : coverage >= 90 ? "good" : coverage >= 70 ? "fair" : "poor";

    /// <summary>What carries the score most, what costs it most, and what is missing.</summary>
    private static List<string> Reasons(IReadOnlyList<ScoreComponent> components, string? abstained)
    {
        var byEffect = components.Where(c => c.Value is not null).OrderByDescending(c => c.Weight * Math.Abs(c.Value!.Value - 50)).ThenBy(c => c.Key, StringComparer.Ordinal);
        var reasons = byEffect.Take(ReasonsShown).Select(c => c.Reason).ToList();
        if (abstained is not null)
            reasons.Insert(0, abstained);
        reasons.AddRange(components.Where(c => c.Value is null).Select(c => c.Reason).Distinct());
        return reasons;
    }
}
