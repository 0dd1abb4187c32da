using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Signals;

/// <summary>Retail table 20-10-0056 of the Web Data Service: monthly sales by trade group, in thousands, following the hidden demand.</summary>
internal sealed class StatisticsCanada(ProductCatalogue catalogue, Demand demand, TimeProvider time)
{
    public const int Table = 20100056;
    private const int FirstVector = 1446859001;
    private static readonly DateOnly First = new(2019, 1, 1);

    private readonly List<string> trades = [.. catalogue.Families.Select(family => family.Group.RetailTrade).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static void Map(RouteGroupBuilder root)
    {
        var rest = root.MapGroup("/wds/rest");
        rest.MapPost("/getCubeMetadata", async (HttpRequest request, StatisticsCanada source, CancellationToken cancel) => Each(await BodyAsync(request, cancel), source.Metadata));
        rest.MapPost("/getSeriesInfoFromCubePidCoord", async (HttpRequest request, StatisticsCanada source, CancellationToken cancel) => Each(await BodyAsync(request, cancel), source.SeriesInfo));
        rest.MapPost("/getDataFromVectorsAndLatestNPeriods", async (HttpRequest request, StatisticsCanada source, CancellationToken cancel) => Each(await BodyAsync(request, cancel), source.Latest));
        rest.MapPost("/getDataFromCubePidCoordAndLatestNPeriods", async (HttpRequest request, StatisticsCanada source, CancellationToken cancel) => Each(await BodyAsync(request, cancel), source.LatestByCoordinate));
        rest.MapGet("/getDataFromVectorByReferencePeriodRange", (HttpRequest request, StatisticsCanada source) => source.Range(request));
        rest.MapGet("/getFullTableDownloadCSV/{table:int}/{language}", (int table, HttpRequest request) => Results.Json(table == Table
            ? (object)new { status = "SUCCESS", @object = $"{request.Scheme}://{request.Host}/signals/statcan/t1/tbl/csv/{Table}-eng.zip" }
            : new { status = "FAILED", @object = "The table does not exist." }));
        root.MapGet($"/tbl/csv/{Table}-eng.zip", (StatisticsCanada source) => source.Zip());
    }

    private DateOnly Last
    {
        get
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            return new DateOnly(today.Year, today.Month, 1).AddMonths(today.Day >= 21 ? -2 : -3);
        }
    }

    private decimal? Sales(int trade, DateOnly month)
    {
        var sum = catalogue.Families.Where(family => family.Group.RetailTrade == trades[trade])
            .Sum(family => Enumerable.Range(0, 4).Sum(week => demand.At(family, Sunday(month.AddDays(week * 7)), noisy: false)));
        var dice = Dice.Of(catalogue.Seed, "retail" + trades[trade], month.DayNumber);
        return Math.Round((decimal)(1_200_000 + (sum * 2_400 * Math.Exp(0.015 * dice.Normal()))), 0);
    }

    private static DateOnly Sunday(DateOnly day) => day.AddDays(-(int)day.DayOfWeek);

    private IEnumerable<DateOnly> Months(DateOnly from, DateOnly to)
    {
        for (var month = from < First ? First : from; month <= to && month <= Last; month = month.AddMonths(1)) yield return month;
    }

    private JsonObject Metadata(JsonObject asked) => asked["productId"].Long() != Table ? Failed("The product does not exist.") : Good(new JsonObject
    {
        ["responseStatusCode"] = 0,
        ["productId"] = Table.ToString(CultureInfo.InvariantCulture),
        ["cansimId"] = "080-0020",
        ["cubeTitleEn"] = "Monthly retail trade sales by province and territory (x 1,000)",
        ["cubeTitleFr"] = "Ventes mensuelles du commerce de détail par province et territoire (x 1 000)",
        ["cubeStartDate"] = "2019-01-01",
        ["cubeEndDate"] = Day(Last),
        ["frequencyCode"] = 6,
        ["nbSeriesCube"] = trades.Count,
        ["dimension"] = Json.Array([Dimension(1, "Geography", ["Canada"]), Dimension(2, "North American Industry Classification System (NAICS)", trades)]),
    });

    private static JsonNode? Dimension(int position, string name, IEnumerable<string> members) => new JsonObject
    {
        ["dimensionPositionId"] = position,
        ["dimensionNameEn"] = name,
        ["dimensionNameFr"] = name,
        ["hasUom"] = position == 2,
        ["member"] = Json.Array(members.Select((member, n) => (JsonNode?)new JsonObject { ["memberId"] = n + 1, ["parentMemberId"] = null, ["memberNameEn"] = member, ["memberNameFr"] = member, ["terminated"] = 0 })),
    };

    private JsonObject SeriesInfo(JsonObject asked) => TradeOfCoordinate(asked) is { } trade
        ? Good(new JsonObject { ["responseStatusCode"] = 0, ["productId"] = Table, ["coordinate"] = Coordinate(trade), ["vectorId"] = FirstVector + trade, ["frequencyCode"] = 6, ["scalarFactorCode"] = 3, ["decimals"] = 0, ["SeriesTitleEn"] = $"Canada;{trades[trade]}" })
        : Failed("The series does not exist.");

    private JsonObject Latest(JsonObject asked) => Data((int)asked["vectorId"].Long() - FirstVector, Last.AddMonths(1 - (int)Math.Clamp(asked["latestN"].Long(), 1, 500)), Last);

    private JsonObject LatestByCoordinate(JsonObject asked) => Data(TradeOfCoordinate(asked) ?? -1, Last.AddMonths(1 - (int)Math.Clamp(asked["latestN"].Long(), 1, 500)), Last);

    private IResult Range(HttpRequest request)
    {
        var ids = request.Query["vectorIds"].ToString().Split(',').Select(id => id.Trim('"', ' '));
        if (!DateOnly.TryParse(request.Query["startRefPeriod"], CultureInfo.InvariantCulture, out var start) || !DateOnly.TryParse(request.Query["endReferencePeriod"], CultureInfo.InvariantCulture, out var end))
            return Results.Json(new { message = "startRefPeriod and endReferencePeriod are required" }, statusCode: 400);
        var answers = ids.Select(id => (JsonNode?)Data(int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var vector) ? vector - FirstVector : -1, start, end));
        return Results.Text(Json.Array(answers).ToJsonString(Json.Compact), "application/json");
    }

    private JsonObject Data(int trade, DateOnly from, DateOnly to)
    {
        if (trade < 0 || trade >= trades.Count) return Failed("The vector does not exist.");
        var points = Months(from, to).Select(month => (JsonNode?)new JsonObject
        {
            ["refPer"] = Day(month),
            ["refPer2"] = "",
            ["refPerRaw"] = Day(month),
            ["refPerRaw2"] = "",
            ["value"] = Sales(trade, month),
            ["decimals"] = 0,
            ["scalarFactorCode"] = 3,
            ["symbolCode"] = 0,
            ["statusCode"] = 0,
            ["securityLevelCode"] = 0,
            ["releaseTime"] = Day(month.AddMonths(2).AddDays(20)) + "T08:30",
            ["frequencyCode"] = 6,
        });
        return Good(new JsonObject { ["responseStatusCode"] = 0, ["productId"] = Table, ["coordinate"] = Coordinate(trade), ["vectorId"] = FirstVector + trade, ["vectorDataPoint"] = Json.Array(points) });
    }

    private IResult Zip()
    {
        var csv = new StringBuilder("\uFEFF\"REF_DATE\",\"GEO\",\"DGUID\",\"North American Industry Classification System (NAICS)\",\"UOM\",\"UOM_ID\",\"SCALAR_FACTOR\",\"SCALAR_ID\",\"VECTOR\",\"COORDINATE\",\"VALUE\",\"STATUS\",\"SYMBOL\",\"TERMINATED\",\"DECIMALS\"\n");
        foreach (var month in Months(First, Last))
        {
            for (var trade = 0; trade < trades.Count; trade++)
                csv.Append(CultureInfo.InvariantCulture, $"\"{month:yyyy-MM}\",\"Canada\",\"2016A000011124\",\"{trades[trade]}\",\"Dollars\",\"81\",\"thousands \",\"3\",\"v{FirstVector + trade}\",\"1.{trade + 1}\",\"{Sales(trade, month)}\",\"\",\"\",\"\",\"0\"\n");
        }

        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry($"{Table}.csv").Open();
            entry.Write(Encoding.UTF8.GetBytes(csv.ToString()));
        }

        return Results.Bytes(memory.ToArray(), "application/zip", $"{Table}-eng.zip");
    }

    private int? TradeOfCoordinate(JsonObject asked)
    {
        var parts = (asked["coordinate"].Text() ?? "").Split('.');
        var valid = asked["productId"].Long() == Table && parts.Length == 10 && parts[0] == "1";
        return valid && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var member) && member >= 1 && member <= trades.Count ? member - 1 : null;
    }

    private static string Coordinate(int trade) => $"1.{trade + 1}.0.0.0.0.0.0.0.0";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Good(JsonObject answer) => new() { ["status"] = "SUCCESS", ["object"] = answer };

    private static JsonObject Failed(string why) => new() { ["status"] = "FAILED", ["object"] = why };

    private static async Task<JsonArray> BodyAsync(HttpRequest request, CancellationToken cancel) => await JsonNode.ParseAsync(request.Body, cancellationToken: cancel) as JsonArray ?? [];

    private static IResult Each(JsonArray asked, Func<JsonObject, JsonObject> answer) =>
        Results.Text(Json.Array(asked.OfType<JsonObject>().Select(item => (JsonNode?)answer(item))).ToJsonString(Json.Compact), "application/json");
}
