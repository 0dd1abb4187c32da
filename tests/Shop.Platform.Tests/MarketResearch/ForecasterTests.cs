using Shop.Platform.MarketResearch.Forecasting;

namespace Shop.Platform.Tests.MarketResearch;

public sealed class ForecasterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_strong_season_is_forecast_better_than_the_naive_rule(int seed)
    {
        var series = Synthetic.Weekly(Synthetic.AsIndex(Synthetic.Demand(new Random(seed), 260, 50, 0.05, 1.0, 26)));
        var forecast = Forecaster.Forecast(series)!;

        Assert.True(forecast.HasSkill, forecast.Verdict);
        Assert.True(forecast.Wape < forecast.NaiveWape);
        Assert.InRange(forecast.Coverage, 0.6m, 1m);
        Assert.Contains(forecast.Model, new[] { "seasonal-naive", "holt-winters-damped" });
    }

    [Fact]
    public void A_random_walk_has_no_skill_and_says_so()
    {
        var skilled = Enumerable.Range(0, 40).Select(seed => Forecaster.Forecast(Synthetic.Weekly(Synthetic.RandomWalk(new Random(seed), 260)))!).Where(f => f.HasSkill).ToList();

        // A one-sided test at two standard errors lets about one in forty through by luck.
        Assert.InRange(skilled.Count, 0, 2);
    }

    [Fact]
    public void Without_skill_the_naive_forecast_is_shown_as_such()
    {
        var walk = Synthetic.RandomWalk(new Random(5), 260);
        var forecast = Forecaster.Forecast(Synthetic.Weekly(walk))!;

        Assert.Equal(("naive", false, 0m), (forecast.Model, forecast.HasSkill, forecast.Skill));
        Assert.All(forecast.Weeks, w => Assert.Equal(Math.Round((decimal)walk[^1], 1), w.P50));
        Assert.Contains("No rule beat", forecast.Verdict);
    }

    [Fact]
    public void The_future_of_a_series_without_noise_is_met()
    {
        var whole = Synthetic.Demand(new Random(1), 264, 50, 0, 0.8, 20, noise: 0);
        var forecast = Forecaster.Forecast(Synthetic.Weekly(whole[..260]))!;

        Assert.All(forecast.Weeks.Zip(whole[260..]), pair => Assert.InRange((double)pair.First.P50, pair.Second * 0.97, pair.Second * 1.03));
    }

    [Fact]
    public void The_range_is_ordered_and_the_weeks_follow_the_last_one()
    {
        var series = Synthetic.Weekly(Synthetic.AsIndex(Synthetic.Demand(new Random(9), 260, 50, 0.1, 0.4, 10, 0.2)));
        var forecast = Forecaster.Forecast(series)!;

        Assert.Equal(4, forecast.Weeks.Count);
        Assert.All(forecast.Weeks, w => Assert.True(w.P10 <= w.P50 && w.P50 <= w.P90));
        Assert.Equal(series.LastWeek.AddDays(7), forecast.Weeks[0].Week);
        Assert.Equal(64, forecast.HeldOutWeeks);
    }

    [Fact]
    public void The_same_series_gives_the_same_forecast()
    {
        var values = Synthetic.Demand(new Random(3), 200, 30, 0.1, 0.5, 5);
        Assert.Equivalent(Forecaster.Forecast(Synthetic.Weekly(values)), Forecaster.Forecast(Synthetic.Weekly([.. values])), strict: true);
    }

    [Fact]
    public void A_series_too_short_to_know_an_error_gives_no_forecast() =>
        Assert.Null(Forecaster.Forecast(Synthetic.Weekly(Synthetic.RandomWalk(new Random(1), 30))));

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.0)]
    [InlineData(-0.2)]
    public void Growth_is_read_through_season_and_noise(double growth)
    {
        var series = Synthetic.Weekly(Synthetic.Demand(new Random(7), 260, 400, growth, 0.9, 30));
        Assert.InRange(Seasonality.YearlyGrowth(series)!.Value, growth - 0.05, growth + 0.05);
    }

    [Fact]
    public void The_selling_season_is_above_average_before_the_peak_and_below_before_the_trough()
    {
        // The series ends at week 0 of the year; the selling weeks are about 3 to 10.
        Assert.True(Seasonality.SellingSeason(Synthetic.Weekly(Synthetic.Demand(new Random(1), 260, 50, 0, 0.8, 6))) > 1.5);
        Assert.True(Seasonality.SellingSeason(Synthetic.Weekly(Synthetic.Demand(new Random(1), 260, 50, 0, 0.8, 32))) < 0.7);
        Assert.Null(Seasonality.SellingSeason(Synthetic.Weekly(Synthetic.Demand(new Random(1), 100, 50, 0, 0.8, 32))));
    }

    [Fact]
    public void Short_holes_are_bridged_and_long_ones_cut_the_series()
    {
        var points = Synthetic.Points([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]).ToList();
        var bridged = WeeklySeries.From(points.Where((_, t) => t != 10))!;
        Assert.Equal((12, 1, 110.0), (bridged.Values.Count, bridged.Filled, bridged.Values[10]));

        var cut = WeeklySeries.From(points.Where((_, t) => t is < 2 or > 7))!;
        Assert.Equal([90.0, 100, 110, 120], cut.Values);
        Assert.Null(WeeklySeries.From([]));
    }
}
