namespace Shop.Platform.MarketResearch.Forecasting;

/// <summary>
/// Holt–Winters with a damped trend and multiplicative seasons of 52 weeks. Weights come from a small grid by one-step error; the seasons begin as
/// smoothed averages over whole years, so that single odd weeks do not become seasons.
/// </summary>
internal sealed class DampedSeasonal : IForecastModel
{
    private const int Season = WeeklySeries.Season;
    private const double Floor = 0.5;

    private static readonly (double Level, double Trend, double Season, double Damping)[] Grid =
        [.. from level in new[] { 0.1, 0.3, 0.6 } from trend in new[] { 0.0, 0.05 } from season in new[] { 0.05, 0.2 } select (level, trend, season, 0.9)];

    public string Name => "holt-winters-damped";

    public int NeedsWeeks => 2 * Season;

    public double[] Forecast(ReadOnlySpan<double> history, int horizon)
    {
        var start = Seasons(history);
        Fit? best = null;
        foreach (var weights in Grid)
        {
            var fit = Run(history, start, weights);
            if (best is null || fit.Error < best.Error)
                best = fit;
        }
        return best!.Ahead(history.Length, horizon);
    }

    private static Fit Run(ReadOnlySpan<double> history, double[] start, (double Level, double Trend, double Season, double Damping) weights)
    {
        var seasons = (double[])start.Clone();
        var (level, trend, error) = (Math.Max(Floor, history[0] / seasons[0]), 0.0, 0.0);
        for (var t = 1; t < history.Length; t++)
        {
            var season = seasons[t % Season];
            var expected = level + (weights.Damping * trend);
            var miss = history[t] - (expected * season);
            // The first year only settles the level.
            error += t < Season ? 0 : miss * miss;
            var next = Math.Max(Floor, expected + (weights.Level * miss / season));
            trend = (weights.Damping * trend) + (weights.Trend * (next - expected));
            seasons[t % Season] = Math.Max(0.05, season + (weights.Season * ((history[t] / next) - season)));
            level = next;
        }
        return new Fit(error, level, trend, seasons, weights.Damping);
    }

    private static double[] Seasons(ReadOnlySpan<double> history)
    {
        var years = history.Length / Season;
        var raw = new double[Season];
        var used = history[^(years * Season)..];
        var offset = history.Length - (years * Season);
        for (var year = 0; year < years; year++)
        {
            var slice = used.Slice(year * Season, Season);
            var mean = Math.Max(Floor, Mean(slice));
            for (var week = 0; week < Season; week++)
                raw[(offset + week) % Season] += slice[week] / mean / years;
        }
        var smooth = new double[Season];
        for (var week = 0; week < Season; week++)
            smooth[week] = Math.Max(0.05, (raw[(week + Season - 1) % Season] + (2 * raw[week]) + raw[(week + 1) % Season]) / 4);
        return smooth;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    private sealed record Fit(double Error, double Level, double Trend, double[] Seasons, double Damping)
    {
        public double[] Ahead(int length, int horizon)
        {
            var forecast = new double[horizon];
            var (trend, damping) = (0.0, Damping);
            for (var h = 0; h < horizon; h++)
            {
                trend += damping * Trend;
                damping *= Damping;
                forecast[h] = Math.Max(0, (Level + trend) * Seasons[(length + h) % Season]);
            }
            return forecast;
        }
    }
}
