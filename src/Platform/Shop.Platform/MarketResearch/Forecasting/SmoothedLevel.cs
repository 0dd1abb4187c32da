namespace Shop.Platform.MarketResearch.Forecasting;

/// <summary>Simple exponential smoothing; the weight is the one with the least one-step error on the history.</summary>
internal sealed class SmoothedLevel : IForecastModel
{
    private static readonly double[] Weights = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9];

    public string Name => "ses";

    public int NeedsWeeks => 12;

    public double[] Forecast(ReadOnlySpan<double> history, int horizon)
    {
        var best = (Error: double.PositiveInfinity, Level: history[^1]);
        foreach (var weight in Weights)
        {
            var run = Run(history, weight);
            if (run.Error < best.Error)
                best = run;
        }
        var forecast = new double[horizon];
        Array.Fill(forecast, best.Level);
        return forecast;
    }

    private static (double Error, double Level) Run(ReadOnlySpan<double> history, double weight)
    {
        var (error, level) = (0.0, history[0]);
        foreach (var value in history[1..])
        {
            error += (value - level) * (value - level);
            level += weight * (value - level);
        }
        return (error, level);
    }
}
