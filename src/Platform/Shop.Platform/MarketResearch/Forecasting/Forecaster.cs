namespace Shop.Platform.MarketResearch.Forecasting;

/// <summary>
/// Chooses a model by rolling-origin back-test on the older half of the origins and measures it on the newer half, so that the printed error is not
/// that of a lucky choice. A model has skill only when it beats the naive rule there by at least 5 %, in a paired test over the origins.
/// </summary>
internal static class Forecaster
{
    public const int Horizon = 4;
    private const int LeastOrigins = 6;
    private const int MostOrigins = 32;
    private const double LeastSkill = 0.05;
    private const double LeastT = 2.0;

    private static readonly LastValue Naive = new();
    private static readonly IForecastModel[] Models = [Naive, new SeasonalNaive(), new RecentMedian(), new SmoothedLevel(), new DampedSeasonal()];

    /// <summary>Null when the series is too short to know any error.</summary>
    public static DemandForecast? Forecast(WeeklySeries series)
    {
        double[] values = [.. series.Values];
        var origins = Math.Min(MostOrigins, (values.Length - 12) / Horizon);
        if (origins < LeastOrigins)
            return null;
        var firstCut = values.Length - (origins * Horizon);
        // With a little history fewer origins give the seasonal rules their chance, as long as enough remain to judge.
        if (firstCut < 2 * WeeklySeries.Season && values.Length >= (2 * WeeklySeries.Season) + (LeastOrigins * Horizon))
            origins = Math.Min(origins, (values.Length - (2 * WeeklySeries.Season)) / Horizon);
        firstCut = values.Length - (origins * Horizon);
        var tests = Models.Where(m => m.NeedsWeeks <= firstCut).Select(m => BackTest.Run(m, values, Horizon, origins)).ToList();
        return Judge(series, values, tests, origins);
    }

    private static DemandForecast Judge(WeeklySeries series, double[] values, List<BackTest> tests, int origins)
    {
        var half = origins / 2;
        var naive = tests[0];
        var chosen = tests.MinBy(t => t.Wape(..half))!;
        var skill = 1 - (chosen.Wape(half..) / Math.Max(1e-9, naive.Wape(half..)));
        var hasSkill = skill >= LeastSkill && PairedT(naive, chosen, half, origins) >= LeastT;
        var used = hasSkill ? chosen : naive;
        var coverage = Covered(used, half, origins);
        return new DemandForecast(
            used.Model.Name, hasSkill, Round(used.Wape(half..)), Round(naive.Wape(half..)), hasSkill ? Round(skill) : 0m, coverage,
            (origins - half) * Horizon, Weeks(series, values, used), [.. tests.Select(t => new ModelError(t.Model.Name, Round(t.Wape(..half))))],
            Verdict(used, naive, hasSkill, skill, half));
    }

    /// <summary>Mean gain over its standard error: how unlikely the gain is by luck.</summary>
    private static double PairedT(BackTest naive, BackTest chosen, int from, int to)
    {
        double[] gains = [.. Enumerable.Range(from, to - from).Select(i => naive.AbsoluteError(i) - chosen.AbsoluteError(i))];
        var mean = gains.Average();
        var variance = gains.Sum(g => (g - mean) * (g - mean)) / Math.Max(1, gains.Length - 1);
        return variance <= 0 ? mean > 0 ? double.PositiveInfinity : 0 : mean / Math.Sqrt(variance / gains.Length);
    }

    private static List<ForecastWeek> Weeks(WeeklySeries series, double[] values, BackTest used)
    {
        var next = used.Model.Forecast(values, Horizon);
        return [.. next.Select((value, h) => new ForecastWeek(
            series.LastWeek.AddDays(7 * (h + 1)), Bounded(value + Miss(used, h, 0.1, ..)), Bounded(value), Bounded(value + Miss(used, h, 0.9, ..))))];
    }

    /// <summary>Of the later weeks, how many fall inside the range that the earlier misses would have given.</summary>
    private static decimal Covered(BackTest used, int half, int origins)
    {
        var inside = 0;
        for (var h = 0; h < Horizon; h++)
        {
            var (low, high) = (Miss(used, h, 0.1, ..half), Miss(used, h, 0.9, ..half));
            inside += used.Misses.Skip(half).Count(m => m[h] >= low && m[h] <= high);
        }
        return Round(inside / (double)((origins - half) * Horizon));
    }

    /// <summary>A quantile of the misses; a range always contains the middle.</summary>
    private static double Miss(BackTest used, int h, double q, Range origins)
    {
        var miss = Statistics.Quantile(used.Misses.Take(origins).Select(m => m[h]), q);
        return q < 0.5 ? Math.Min(0, miss) : Math.Max(0, miss);
    }

    private static string Verdict(BackTest used, BackTest naive, bool hasSkill, double skill, int half) => hasSkill
        ? $"{used.Model.Name} was wrong by {Percent(used.Wape(half..))} on weeks it had not seen, {Percent(skill)} better than \"next week is like this week\"."
        : $"No rule beat \"next week is like this week\", which was wrong by {Percent(naive.Wape(half..))}: trust the range, not the middle.";

    private static string Percent(double share) => $"{Math.Round(share * 100).ToString(System.Globalization.CultureInfo.InvariantCulture)} %";

    private static decimal Bounded(double value) => Math.Round((decimal)Math.Max(0, value), 1);

    private static decimal Round(double value) => Math.Round((decimal)value, 4);
}
