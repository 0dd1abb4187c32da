using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Signals;

/// <summary>Google Trends in two steps: explore hands out widgets with tokens, multiline answers a widget's request.</summary>
internal sealed class GoogleTrends(ProductCatalogue catalogue, Demand demand, TimeProvider time)
{
    private const string ExploreGuard = ")]}'\n";
    private const string WidgetGuard = ")]}',\n";

    public static void Map(RouteGroupBuilder trends)
    {
        trends.MapGet("/explore", (HttpContext http) => ExplorePage(http));
        trends.MapGet("/explore/", (HttpContext http) => ExplorePage(http));
        trends.MapMethods("/api/explore", ["GET", "POST"], (HttpRequest request, GoogleTrends source) => source.Explore(request));
        trends.MapGet("/api/widgetdata/multiline", (HttpRequest request, GoogleTrends source) => source.Multiline(request));
    }

    // The page itself refuses programs with 404 and still sets the cookie that the next calls carry.
    private static IResult ExplorePage(HttpContext http)
    {
        http.Response.Cookies.Append("NID", "511=sandbox");
        return Results.Text("<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title>", "text/html", statusCode: 404);
    }

    private IResult Explore(HttpRequest request)
    {
        var asked = Json.TryObject(request.Query["req"]);
        if (asked?["comparisonItem"] is not JsonArray { Count: > 0 } items || items.Count > 5) return Bad();
        var (start, end) = Period(items[0]!["time"].Text() ?? "today 12-m");
        var weekly = end.DayNumber - start.DayNumber > 270;
        var series = new JsonObject
        {
            ["time"] = $"{Day(start)} {Day(end)}",
            ["resolution"] = weekly ? "WEEK" : "DAY",
            ["locale"] = request.Query["hl"].ToString() is { Length: > 0 } language ? language : "en-US",
            ["comparisonItem"] = Json.Array(items.Select(item => new JsonObject { ["geo"] = Geo(item!["geo"].Text()), ["complexKeywordsRestriction"] = Restriction(item["keyword"].Text() ?? "") })),
            ["requestOptions"] = new JsonObject { ["property"] = asked["property"].Text() ?? "", ["backend"] = "IZG", ["category"] = asked["category"].Long() },
            ["userConfig"] = new JsonObject { ["userType"] = "USER_TYPE_SCRAPER" },
        };
        var widgets = new JsonArray { new JsonObject
        {
            ["request"] = series, ["token"] = Token(series.ToJsonString(Json.Compact)), ["id"] = "TIMESERIES", ["type"] = "fe_line_chart",
            ["title"] = "Interest over time", ["template"] = "fe", ["embedTemplate"] = "fe_embed", ["version"] = "1", ["isLong"] = true, ["isCurated"] = false,
        } };
        for (var n = 0; n < items.Count; n++) widgets.Add(new JsonObject { ["text"] = new JsonObject { ["text"] = items[n]!["keyword"].Text() }, ["id"] = $"TITLE_{n}", ["type"] = "fe_text", ["title"] = "" });
        return Guarded(ExploreGuard, new JsonObject { ["widgets"] = widgets });
    }

    private IResult Multiline(HttpRequest request)
    {
        var asked = Json.TryObject(request.Query["req"]);
        if (asked is null || request.Query["token"] != Token(asked.ToJsonString(Json.Compact))) return Results.Text("<html><title>Error 401</title></html>", "text/html", statusCode: 401);
        var days = asked["time"].Text()!.Split(' ');
        var (start, end) = (DateOnly.ParseExact(days[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), DateOnly.ParseExact(days[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var step = asked["resolution"].Text() == "WEEK" ? 7 : 1;
        var terms = ((JsonArray)asked["comparisonItem"]!).Select(item => KeywordMatch.Families(catalogue, Keyword(item!))).ToList();
        var first = step == 7 ? start.AddDays((7 - (int)start.DayOfWeek) % 7) : start;
        var buckets = new List<(DateOnly Day, double[] Values)>();
        for (var day = first; day <= end; day = day.AddDays(step)) buckets.Add((day, [.. terms.Select(term => Interest(term, day))]));
        var top = Math.Max(1e-9, buckets.SelectMany(bucket => bucket.Values).DefaultIfEmpty(0).Max());
        var points = buckets.Select(bucket => Point(bucket.Day, bucket.Values, top, step, terms)).ToList();
        var averages = terms.Select((_, n) => (JsonNode?)(int)Math.Round(buckets.Select(bucket => bucket.Values[n] / top * 100).DefaultIfEmpty(0).Average()));
        return Guarded(WidgetGuard, new JsonObject { ["default"] = new JsonObject { ["timelineData"] = Json.Array(points), ["averages"] = terms.Count > 1 ? Json.Array(averages) : new JsonArray() } });
    }

    private double Interest(IReadOnlyList<Family> families, DateOnly day) => families.Sum(family => demand.At(family, day.AddDays(-(int)day.DayOfWeek)));

    private JsonNode? Point(DateOnly day, double[] values, double top, int step, List<IReadOnlyList<Family>> terms)
    {
        var shares = values.Select(value => (int)Math.Round(value / top * 100)).ToList();
        var end = day.AddDays(step - 1);
        var point = new JsonObject
        {
            ["time"] = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["formattedTime"] = step == 7 ? $"{day.ToString("MMM d", CultureInfo.InvariantCulture)}\u2009–\u2009{end.Day}, {end.Year}" : day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture),
            ["formattedAxisTime"] = day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture),
            ["value"] = Json.Array(shares.Select(share => (JsonNode?)share)),
            ["hasData"] = Json.Array(terms.Select(term => (JsonNode?)(term.Count > 0))),
            ["formattedValue"] = Json.Array(shares.Select((share, n) => (JsonNode?)(share == 0 && terms[n].Count > 0 ? "<1" : share.ToString(CultureInfo.InvariantCulture)))),
        };
        if (end >= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) point["isPartial"] = true;
        return point;
    }

    private (DateOnly Start, DateOnly End) Period(string span)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var parts = span.Split(' ');
        if (parts.Length == 2 && DateOnly.TryParse(parts[0], CultureInfo.InvariantCulture, out var start) && DateOnly.TryParse(parts[1], CultureInfo.InvariantCulture, out var end)) return (start, end);
        return parts.ElementAtOrDefault(1) switch
        {
            "5-y" => (today.AddYears(-5), today),
            "3-m" => (today.AddMonths(-3), today),
            "1-m" => (today.AddMonths(-1), today),
            _ => (today.AddYears(-1), today),
        };
    }

    private static JsonObject Geo(string? code) => string.IsNullOrEmpty(code) ? [] : code.Contains('-', StringComparison.Ordinal) ? new JsonObject { ["region"] = code } : new JsonObject { ["country"] = code };

    private static JsonObject Restriction(string keyword) => new() { ["keyword"] = Json.Array([new JsonObject { ["type"] = "BROAD", ["value"] = keyword }]) };

    private static string Keyword(JsonNode item) => item["complexKeywordsRestriction"]?["keyword"]?[0]?["value"].Text() ?? "";

    private static string Token(string request) => "APP6_UEAAAAA" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("sandbox" + request)))[..32];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IResult Guarded(string guard, JsonObject body) => Results.Text(guard + body.ToJsonString(Json.Compact), "application/json; charset=utf-8");

    private static IResult Bad() => Results.Text("<html><title>Error 400 (Bad Request)!!1</title></html>", "text/html", statusCode: 400);
}
