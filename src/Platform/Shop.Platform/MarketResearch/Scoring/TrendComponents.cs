using System.Globalization;
using Shop.Platform.MarketResearch.Forecasting;

namespace Shop.Platform.MarketResearch.Scoring;

/// <summary>What search interest says: level, growth, season.</summary>
internal static class TrendComponents
{
    private const int LevelWeeks = 8;

    public static IEnumerable<ScoreComponent> Of(Interest? interest)
    {
        if (interest is null || interest.Weeks.Values.Count < LevelWeeks)
            return [Missing(Weights.TrendLevel), Missing(Weights.TrendGrowth), Missing(Weights.Season)];
        return [Level(interest), Growth(interest), Season(interest)];
    }

    private static ScoreComponent Level(Interest interest)
    {
        var level = Statistics.Median(interest.Weeks.Values.TakeLast(LevelWeeks));
        return Known(interest, Weights.TrendLevel, Measures.Level(level), $"Search interest stands at {Number(level)} of its five-year peak of 100.",
            "median of the last 8 weeks (index 0–100)", Number(level));
    }

    private static ScoreComponent Growth(Interest interest)
    {
        if (Seasonality.YearlyGrowth(interest.Weeks) is not { } growth)
            return Missing(Weights.TrendGrowth);
        var percent = Number((Math.Exp(growth) - 1) * 100);
        var direction = growth >= 0 ? "grows" : "shrinks";
        return Known(interest, Weights.TrendGrowth, Measures.Growth(growth), $"Search interest {direction} by {percent.TrimStart('-')} % a year.",
            "growth per year, median over the weeks", $"{percent} %");
    }

    private static ScoreComponent Season(Interest interest)
    {
        if (Seasonality.SellingSeason(interest.Weeks) is not { } ratio)
            return Missing(Weights.Season);
        var percent = Number((ratio - 1) * 100);
        var side = ratio >= 1 ? "above" : "below";
        return Known(interest, Weights.Season, Measures.Season(ratio), $"The selling weeks ahead lie {percent.TrimStart('-')} % {side} an average week.",
            "weeks 3–10 from now against the year's mean, median over the years", $"{percent} %");
    }

    private static ScoreComponent Known(Interest interest, string key, double value, string reason, string what, string shown) =>
        new(key, Weights.Of(key), Math.Round((decimal)value, 1), reason,
            [new Evidence(interest.Source, interest.Address, $"{what}, {interest.Weeks.Values.Count} weeks to {interest.Weeks.LastWeek:yyyy-MM-dd}", shown, interest.ObservedAt)]);

    private static ScoreComponent Missing(string key) => new(key, Weights.Of(key), null, "Not enough search interest is known.", []);

    private static string Number(double value) => Math.Round(value).ToString("0", CultureInfo.InvariantCulture);
}
