namespace Shop.Platform.MarketResearch.Forecasting;

/// <summary>What a model would have said at past moments, beside what came.</summary>
/// <param name="Misses">Per origin and week ahead: what came minus what was said.</param>
/// <param name="Actual">Sum of what came, per origin.</param>
internal sealed record BackTest(IForecastModel Model, IReadOnlyList<double[]> Misses, IReadOnlyList<double> Actual)
{
    /// <summary>Weighted absolute percentage error over some origins: Σ|miss| / Σ|value|.</summary>
    public double Wape(Range origins) =>
        Misses.Take(origins).Sum(m => m.Sum(Math.Abs)) / Math.Max(1e-9, Actual.Take(origins).Sum());

    public double AbsoluteError(int origin) => Misses[origin].Sum(Math.Abs);

    /// <summary>Rolling origins, <paramref name="horizon"/> weeks apart, so that no week is judged twice; oldest first.</summary>
    public static BackTest Run(IForecastModel model, double[] values, int horizon, int origins)
    {
        var misses = new List<double[]>(origins);
        var actual = new List<double>(origins);
        for (var i = origins; i >= 1; i--)
        {
            var cut = values.Length - (i * horizon);
            var said = model.Forecast(values.AsSpan(0, cut), horizon);
            misses.Add([.. said.Select((value, h) => values[cut + h] - value)]);
            actual.Add(values.AsSpan(cut, horizon).ToArray().Sum(Math.Abs));
        }
        return new BackTest(model, misses, actual);
    }
}
