using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shop.Sandbox.Tests.Support;

namespace Shop.Sandbox.Tests.Signals;

public sealed partial class SignalTests : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;

    public async ValueTask InitializeAsync() => sandbox = await RunningSandbox.StartAsync();

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task Trends_answers_in_two_guarded_steps_with_the_season_of_the_hidden_truth()
    {
        var req = Uri.EscapeDataString("""{"comparisonItem":[{"keyword":"snow brush","time":"today 5-y","geo":"CA"},{"keyword":"zzqx","time":"today 5-y","geo":"CA"}],"category":0,"property":""}""");
        using var explored = await sandbox.Http.PostAsync($"/signals/google-trends/trends/api/explore?hl=en-US&tz=360&req={req}", null);
        var body = await explored.Content.ReadAsStringAsync();
        Assert.StartsWith(")]}'\n", body);
        var widget = JsonNode.Parse(body[(body.IndexOf('\n') + 1)..])!["widgets"]![0]!;
        Assert.Equal("CA", (string)widget["request"]!["comparisonItem"]![0]!["geo"]!["country"]!);
        var series = await sandbox.Http.GetStringAsync($"/signals/google-trends/trends/api/widgetdata/multiline?req={Uri.EscapeDataString(widget["request"]!.ToJsonString())}&token={widget["token"]}&tz=360");
        Assert.StartsWith(")]}',\n", series);
        var points = JsonNode.Parse(series[(series.IndexOf('\n') + 1)..])!["default"]!["timelineData"]!.AsArray();
        Assert.InRange(points.Count, 259, 262);
        Assert.Equal(100, points.Max(point => (int)point!["value"]![0]!));
        Assert.False((bool)points[0]!["hasData"]![1]!);
        var peak = DateTimeOffset.FromUnixTimeSeconds(long.Parse((string)points.MaxBy(point => (int)point!["value"]![0]!)!["time"]!));
        Assert.True(peak.Month is 11 or 12 or 1, $"snow brushes peak in {peak:MMMM}");
        using var stale = await sandbox.Http.GetAsync($"/signals/google-trends/trends/api/widgetdata/multiline?req={req}&token=wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, stale.StatusCode);
    }

    [Fact]
    public async Task Bank_of_Canada_gives_texts_on_business_days_that_supplier_prices_agree_with()
    {
        var answer = (await sandbox.Http.GetFromJsonAsync<JsonNode>("/signals/bank-of-canada/valet/observations/group/FX_RATES_DAILY/json?start_date=2026-03-12&end_date=2026-03-18"))!;
        Assert.Equal(["2026-03-12", "2026-03-13", "2026-03-16", "2026-03-17", "2026-03-18"], answer["observations"]!.AsArray().Select(day => (string)day!["d"]!));
        var one = (await sandbox.Http.GetFromJsonAsync<JsonNode>("/signals/bank-of-canada/valet/observations/FXCNYCAD/json?recent=1"))!;
        var rate = decimal.Parse((string)one["observations"]![0]!["FXCNYCAD"]!["v"]!);
        var found = await new AliExpressClient(sandbox).FirstFoundAsync("dog bed");
        Assert.Equal(Math.Round(decimal.Parse((string)found["salePrice"]!) * rate, 2, MidpointRounding.AwayFromZero), decimal.Parse((string)found["targetSalePrice"]!));
        using var unknown = await sandbox.Http.GetAsync("/signals/bank-of-canada/valet/observations/FXCADAFN/json");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Best_sellers_carry_fifty_ranks_thirty_cards_and_a_robot_check_carries_none()
    {
        var page = await sandbox.Http.GetStringAsync("/signals/amazon-ca/gp/bestsellers/pet-supplies");
        var list = JsonNode.Parse(WebUtility.HtmlDecode(List().Match(page).Groups[1].Value))!.AsArray();
        Assert.Equal(50, list.Count);
        Assert.Equal("1", (string)list[0]!["metadataMap"]!["render.zg.rank"]!);
        Assert.Equal(30, Regex.Count(page, "id=\"gridItemRoot\""));
        await sandbox.FaultAsync("amazon-ca", "*", "captcha");
        Assert.DoesNotContain("gridItemRoot", await sandbox.Http.GetStringAsync("/signals/amazon-ca/gp/bestsellers/pet-supplies"));
    }

    [Fact]
    public async Task Reddit_wants_a_token_and_finds_posts_about_what_is_wanted()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/signals/reddit/api/v1/access_token") { Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "YTpi");
        using var granted = await sandbox.Http.SendAsync(request);
        var token = (string)(await granted.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
        using var search = new HttpRequestMessage(HttpMethod.Get, "/signals/reddit/r/all/search?q=throw%20blanket&t=month&limit=100&raw_json=1");
        search.Headers.Authorization = new AuthenticationHeaderValue("bearer", token);
        search.Headers.UserAgent.ParseAdd("shop-test/1.0");
        using var answer = await sandbox.Http.SendAsync(search);
        var posts = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["data"]!["children"]!.AsArray();
        Assert.NotEmpty(posts);
        Assert.All(posts, post => Assert.Contains("blanket", (string)post!["data"]!["title"]!));
    }

    [Fact]
    public async Task Statistics_Canada_answers_per_vector_and_zips_the_table()
    {
        using var asked = await sandbox.Http.PostAsJsonAsync("/signals/statcan/t1/wds/rest/getSeriesInfoFromCubePidCoord", new[] { new { productId = 20100056, coordinate = "1.2.0.0.0.0.0.0.0.0" } });
        var vector = (long)(await asked.Content.ReadFromJsonAsync<JsonNode>())![0]!["object"]!["vectorId"]!;
        var range = (await sandbox.Http.GetFromJsonAsync<JsonNode>($"/signals/statcan/t1/wds/rest/getDataFromVectorByReferencePeriodRange?vectorIds=\"{vector}\",\"7\"&startRefPeriod=2025-01-01&endReferencePeriod=2025-12-01"))!;
        Assert.Equal(12, range[0]!["object"]!["vectorDataPoint"]!.AsArray().Count);
        Assert.Equal("FAILED", (string)range[1]!["status"]!);
        var link = (string)(await sandbox.Http.GetFromJsonAsync<JsonNode>("/signals/statcan/t1/wds/rest/getFullTableDownloadCSV/20100056/en"))!["object"]!;
        await using var zip = await sandbox.Http.GetStreamAsync(link);
        using var archive = new ZipArchive(zip);
        Assert.Equal("20100056.csv", archive.Entries.Single().Name);
    }

    [GeneratedRegex("data-client-recs-list=\"([^\"]*)\"")]
    private static partial Regex List();
}
