using Shop.Platform.MarketResearch.Forecasting;

namespace Shop.Platform.Tests.MarketResearch;

/// <summary>Series whose truth is known.</summary>
internal static class Synthetic
{
    public static readonly DateOnly Start = new(2021, 6, 13);

    /// <summary>level × growth × season × noise.</summary>
    public static double[] Demand(Random dice, int weeks, double level, double yearlyGrowth, double season, int peakWeek, double noise = 0.06) =>
        [.. Enumerable.Range(0, weeks).Select(t =>
            level * Math.Exp(yearlyGrowth * t / 52.0) * Math.Exp(season * Math.Cos(2 * Math.PI * (t - peakWeek) / 52.0)) * Math.Exp(noise * Normal(dice)))];

    public static double[] RandomWalk(Random dice, int weeks)
    {
        var values = new double[weeks];
        values[0] = 50;
        for (var t = 1; t < weeks; t++)
            values[t] = Math.Max(1, values[t - 1] + (3 * Normal(dice)));
        return values;
    }

    /// <summary>As search interest shows it: whole numbers, 100 at the peak.</summary>
    public static double[] AsIndex(double[] values) => [.. values.Select(v => Math.Round(100 * v / values.Max()))];

    public static WeeklySeries Weekly(double[] values) => new(Start, values, 0);

    public static IEnumerable<KeyValuePair<DateTimeOffset, decimal>> Points(double[] values) =>
        values.Select((v, t) => KeyValuePair.Create(new DateTimeOffset(Start.AddDays(7 * t).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), (decimal)v));

    public static double Normal(Random dice) => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
}
