namespace Shop.Platform.MarketResearch.Forecasting;

/// <summary>Order statistics. Robust on purpose: one odd week must not move a score.</summary>
internal static class Statistics
{
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>Linear interpolation between order statistics.</summary>
    public static double Quantile(IEnumerable<double> values, double q)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("No values.", nameof(values));
        var position = q * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }

    /// <summary>Theil–Sen: the median slope of all pairs, per step.</summary>
    public static double RobustSlope(IReadOnlyList<double> values)
    {
        var slopes = new List<double>(values.Count * (values.Count - 1) / 2);
        for (var i = 0; i < values.Count; i++)
            for (var j = i + 1; j < values.Count; j++)
                slopes.Add((values[j] - values[i]) / (j - i));
        return slopes.Count == 0 ? 0 : Median(slopes);
    }
}
