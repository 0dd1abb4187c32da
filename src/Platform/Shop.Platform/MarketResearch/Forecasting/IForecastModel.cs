namespace Shop.Platform.MarketResearch.Forecasting;

/// <summary>A rule that continues a series. Deterministic.</summary>
internal interface IForecastModel
{
    /// <summary>Stable name, shown with its error.</summary>
    string Name { get; }

    /// <summary>Least weeks of history it can work with.</summary>
    int NeedsWeeks { get; }

    /// <summary>The next <paramref name="horizon"/> values after <paramref name="history"/>.</summary>
    double[] Forecast(ReadOnlySpan<double> history, int horizon);
}
