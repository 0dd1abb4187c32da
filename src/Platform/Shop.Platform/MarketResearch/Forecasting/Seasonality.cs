namespace Shop.Platform.MarketResearch.Forecasting;

/// <summary>Growth and season of a weekly series, read off whole years so that one is never taken for the other.</summary>
internal static class Seasonality
{
    /// <summary>Weeks until goods sourced today can sell, and how long they then do.</summary>
    private const int FirstSellingWeek = 3;
    private const int LastSellingWeek = 10;

    /// <summary>
    /// Growth per year as a logarithm (0.1 ≈ +10.5 %). From two years on, each week is compared with the same week a year before and the median
    /// taken; with less, the robust slope of the logarithms. Null below half a year.
    /// </summary>
    public static double? YearlyGrowth(WeeklySeries series)
    {
        var logs = series.Values.Select(v => Math.Log(v + 1)).ToList();
        if (logs.Count >= 2 * WeeklySeries.Season)
        {
            var recent = Enumerable.Range(logs.Count - WeeklySeries.Season, WeeklySeries.Season);
            return Statistics.Median(recent.Select(t => logs[t] - logs[t - WeeklySeries.Season]));
        }
        return logs.Count < WeeklySeries.Season / 2 ? null : Statistics.RobustSlope(logs) * WeeklySeries.Season;
    }

    /// <summary>
    /// How the weeks in which goods could be sold stand to the average week of the year: 1.3 = 30 % above. Median over the years, each year
    /// divided by its own mean. Null below two years.
    /// </summary>
    public static double? SellingSeason(WeeklySeries series)
    {
        var years = series.Values.Count / WeeklySeries.Season;
        if (years < 2)
            return null;
        var ratios = new List<double>();
        for (var year = 1; year <= years; year++)
        {
            var start = series.Values.Count - (year * WeeklySeries.Season);
            var mean = Enumerable.Range(start, WeeklySeries.Season).Average(t => series.Values[t]);
            // The selling weeks of that year stand at its beginning: the year ends with the newest week, so it begins a season ago.
            if (mean > 0)
                ratios.Add(Enumerable.Range(start + FirstSellingWeek - 1, LastSellingWeek - FirstSellingWeek + 1).Average(t => series.Values[t]) / mean);
        }
        return ratios.Count == 0 ? null : Statistics.Median(ratios);
    }
}
