using Shop.Connectors.GoogleTrends;
using Shop.Connectors.Sdk;
using Shop.Connectors.Tests.Signals;

namespace Shop.Connectors.Tests.GoogleTrends;

public sealed class GoogleTrendsTests
{
    private const string Explore = ")]}'\n{\"widgets\":[{\"id\":\"TITLE_0\",\"type\":\"fe_text\"},{\"id\":\"TIMESERIES\",\"token\":\"tkn\",\"request\":{\"time\":\"a b\"}}]}";

    [Fact]
    public async Task The_captured_weeks_are_read_to_their_values()
    {
        var context = new ReplayContext(
            SignalCapture.Read("google-trends", "explore.pizza-bagel.today-5-y.txt"), SignalCapture.Read("google-trends", "multiline.pizza-bagel.weekly-5-y.txt"));
        var series = (await ReadAsync(context, "pizza;bagel")).Value!;

        var (pizza, bagel) = (series[0], series[1]);
        Assert.Equal(("search-interest:pizza", "index-0-100"), (pizza.Name, pizza.Unit));
        // 260 weeks, of which the last is unfinished: 58 and 2.
        Assert.Equal((259, 259), (pizza.Points.Count, bagel.Points.Count));
        Assert.Equal((20023m - 58m, 450m - 2m), (pizza.Points.Sum(p => p.Value), bagel.Points.Sum(p => p.Value)));
        Assert.Equal((Day(2018, 4, 1), 81m), (pizza.Points[0].Key, pizza.Points[0].Value));
        Assert.Equal(Day(2023, 3, 12), pizza.Points[^1].Key);
        Assert.Equal((Day(2018, 12, 30), 100m), Top(pizza));
        Assert.Equal((Day(2019, 7, 7), 3m), Top(bagel));
        Assert.Equal(Day(2021, 12, 26), Assert.Single(series.Single(s => s.Name == "collection-break").Points).Key);
    }

    [Fact]
    public async Task The_widgets_request_goes_back_unchanged_with_its_token()
    {
        var context = new ReplayContext(Explore, Timeline("""{"time":"1522540800","value":[5],"hasData":[true]}"""));
        await ReadAsync(context, "yoga mat");

        Assert.Equal(("POST", "/trends/api/explore"), (context.Calls[0].Method, context.Calls[0].Path));
        Assert.Contains("\"geo\":\"CA\"", context.Calls[0].Query["req"], StringComparison.Ordinal);
        Assert.Equal(("{\"time\":\"a b\"}", "tkn"), (context.Calls[1].Query["req"], context.Calls[1].Query["token"]));
    }

    [Fact]
    public async Task A_week_without_data_is_absent_and_below_one_is_known()
    {
        var context = new ReplayContext(Explore, Timeline("""
            {"time":"1522540800","value":[0],"hasData":[false],"formattedValue":["0"]},{"time":"1523145600","value":[0],"hasData":[true],"formattedValue":["<1"]},
            {"time":"1523750400","value":[0],"hasData":[true],"formattedValue":["0"]},{"time":"1524355200","value":[9],"hasData":[true],"isPartial":true}
            """));
        Assert.Equal([0.5m, 0m], (await ReadAsync(context, "tuque")).Value![0].Points.Select(p => p.Value));
    }

    [Theory]
    [InlineData(429, FaultKind.RateLimited)]
    [InlineData(401, FaultKind.Unavailable)]
    [InlineData(404, FaultKind.Unavailable)]
    [InlineData(200, FaultKind.Challenge)]
    public async Task A_refusal_is_a_fault_whatever_its_status(int status, FaultKind kind)
    {
        var context = new ReplayContext("<html><title>Error</title></html>") { Status = status };
        Assert.Equal(kind, (await ReadAsync(context, "tuque")).Fault!.Kind);
    }

    [Fact]
    public async Task The_captured_refusal_is_a_fault()
    {
        var context = new ReplayContext(SignalCapture.Read("google-trends", "explore_page.404.html"));
        Assert.Equal(FaultKind.Challenge, (await ReadAsync(context, "tuque")).Fault!.Kind);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"default":{"timelineData":[{"time":1522540800,"value":[5]}]}}""")]
    [InlineData("""{"default":{"timelineData":[{"time":"1522540800","value":["5"]}]}}""")]
    [InlineData("""{"default":{"timelineData":[{"time":"1522540800","value":[]}]}}""")]
    [InlineData("""{"default":{"timelineData":[{"time":"1522540800","value":[500]}]}}""")]
    [InlineData("not json")]
    public async Task A_changed_answer_is_a_fault_and_never_wrong_data(string json)
    {
        var context = new ReplayContext(Explore, ")]}',\n" + json);
        Assert.Equal(FaultKind.LayoutChanged, (await ReadAsync(context, "tuque")).Fault!.Kind);
    }

    [Theory]
    [InlineData("category:toys", FaultKind.Unsupported)]
    [InlineData(" ; ", FaultKind.BadInput)]
    [InlineData("a;b;c;d;e;f", FaultKind.BadInput)]
    public async Task What_cannot_be_asked_is_declined_without_a_request(string term, FaultKind kind)
    {
        var context = new ReplayContext();
        Assert.Equal(kind, (await ReadAsync(context, term)).Fault!.Kind);
        Assert.Empty(context.Calls);
    }

    private static Task<Answer<IReadOnlyList<IReadSignals.Series>>> ReadAsync(ReplayContext context, string term) =>
        new GoogleTrendsConnector().ReadSignalsAsync(context, term, Market.Canada, TestContext.Current.CancellationToken);

    private static string Timeline(string points) => ")]}',\n{\"default\":{\"timelineData\":[" + points + "]}}";

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static (DateTimeOffset Key, decimal Value) Top(IReadSignals.Series series)
    {
        var top = series.Points.MaxBy(p => p.Value);
        return (top.Key, top.Value);
    }
}
