namespace Shop.Platform.MarketResearch.Forecasting;

/// <summary>Next week is like this week: the rule every other one must beat.</summary>
internal sealed class LastValue : IForecastModel
{
    public string Name => "naive";

    public int NeedsWeeks => 1;

    public double[] Forecast(ReadOnlySpan<double> history, int horizon)
    {
        var forecast = new double[horizon];
        Array.Fill(forecast, history[^1]);
        return forecast;
    }
}

/// <summary>Next week is like the same week a year ago.</summary>
internal sealed class SeasonalNaive : IForecastModel
{
    public string Name => "seasonal-naive";

    public int NeedsWeeks => WeeklySeries.Season;

    public double[] Forecast(ReadOnlySpan<double> history, int horizon)
    {
        var forecast = new double[horizon];
        for (var h = 0; h < horizon; h++)
            forecast[h] = history[history.Length - WeeklySeries.Season + (h % WeeklySeries.Season)];
        return forecast;
    }
}

/// <summary>The median of the last eight weeks.</summary>
internal sealed class RecentMedian : IForecastModel
{
    private const int Weeks = 8;

    public string Name => "median-8";

    public int NeedsWeeks => Weeks;

    public double[] Forecast(ReadOnlySpan<double> history, int horizon)
    {
        var forecast = new double[horizon];
        Array.Fill(forecast, Statistics.Median(history[^Weeks..].ToArray()));
        return forecast;
    }
}
