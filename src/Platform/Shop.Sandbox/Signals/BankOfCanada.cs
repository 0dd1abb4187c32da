using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Signals;

/// <summary>The Valet interface: daily average rates on business days, values as text.</summary>
internal sealed class BankOfCanada(ExchangeRates rates)
{
    public static void Map(RouteGroupBuilder valet)
    {
        valet.MapGet("/observations/group/{group}/json", (string group, HttpRequest request, BankOfCanada bank) => group == "FX_RATES_DAILY"
            ? bank.Answer([.. bank.AllSeries().Where(series => series.EndsWith("CAD", StringComparison.Ordinal))], request, group)
            : Error(404, $"Group {group} not found."));
        valet.MapGet("/observations/{series}/json", (string series, HttpRequest request, BankOfCanada bank) => bank.Series(series, request));
        valet.MapGet("/observations/{series}", (string series, HttpRequest request, BankOfCanada bank) => bank.Series(series, request));
        valet.MapGet("/lists/series/json", (BankOfCanada bank) => bank.List());
    }

    private IEnumerable<string> AllSeries() => rates.Codes.SelectMany(code => new[] { $"FX{code}CAD", $"FXCAD{code}" }).OrderBy(name => name, StringComparer.Ordinal);

    private IResult Series(string names, HttpRequest request)
    {
        var asked = names.Split(',', StringSplitOptions.TrimEntries);
        var known = AllSeries().ToHashSet(StringComparer.Ordinal);
        return asked.FirstOrDefault(name => !known.Contains(name)) is { } unknown ? Error(404, $"Series {unknown} not found.") : Answer(asked, request, null);
    }

    private IResult Answer(IReadOnlyList<string> series, HttpRequest request, string? group)
    {
        var last = rates.LastPublished();
        if (!TryDay(request.Query["start_date"], out var start) || !TryDay(request.Query["end_date"], out var end)) return Error(400, "The date must be formatted yyyy-mm-dd.");
        if (start is { } from && end is { } to && to < from) return Error(400, "The End date must be greater than the Start date.");
        var until = end is { } given && given < last ? given : last;
        var first = start ?? Recent(request.Query["recent"], until) ?? ExchangeRates.First;
        var answer = new JsonObject { ["terms"] = new JsonObject { ["url"] = "https://www.bankofcanada.ca/terms/" } };
        if (group is not null) answer["groupDetail"] = new JsonObject { ["label"] = "Daily exchange rates", ["description"] = "Daily average exchange rates - published once each business day by 16:30 ET. All Bank of Canada exchange rates are indicative rates only.", ["link"] = null };
        answer["seriesDetail"] = new JsonObject(series.Select(name => KeyValuePair.Create(name, (JsonNode?)Detail(name))));
        answer["observations"] = Json.Array(Days(first < ExchangeRates.First ? ExchangeRates.First : first, until).Select(day => Observation(day, series)));
        return Results.Text(answer.ToJsonString(Json.Compact), "application/json");
    }

    private static DateOnly? Recent(string? count, DateOnly until)
    {
        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var days)) return null;
        var day = until;
        for (var seen = 1; seen < Math.Min(days, 3000); seen += ExchangeRates.IsBusinessDay(day) ? 1 : 0) day = day.AddDays(-1);
        return day;
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1)) if (ExchangeRates.IsBusinessDay(day)) yield return day;
    }

    private JsonNode? Observation(DateOnly day, IReadOnlyList<string> series)
    {
        var observation = new JsonObject { ["d"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        foreach (var name in series) observation[name] = new JsonObject { ["v"] = Value(name, day) };
        return observation;
    }

    private string Value(string series, DateOnly day)
    {
        var toCad = series.EndsWith("CAD", StringComparison.Ordinal);
        var code = toCad ? series[2..5] : series[5..8];
        var rate = rates.ToCad(code, day);
        return toCad
            ? rate.ToString("F" + ExchangeRates.DecimalsOf(code), CultureInfo.InvariantCulture)
            : Math.Round(1 / rate, 4, MidpointRounding.AwayFromZero).ToString("F4", CultureInfo.InvariantCulture);
    }

    private static JsonObject Detail(string series) => new()
    {
        ["label"] = $"{series[2..5]}/{series[5..8]}",
        ["description"] = $"{series[2..5]} to {series[5..8]} daily exchange rate",
        ["dimension"] = new JsonObject { ["key"] = "d", ["name"] = "Date" },
    };

    private IResult List() => Results.Text(
        new JsonObject
        {
            ["terms"] = new JsonObject { ["url"] = "https://www.bankofcanada.ca/terms/" },
            ["series"] = new JsonObject(AllSeries().Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject
            {
                ["label"] = $"{name[2..5]}/{name[5..8]}",
                ["description"] = $"{name[2..5]} to {name[5..8]} daily exchange rate",
                ["link"] = $"https://www.bankofcanada.ca/valet/series/{name}",
            }))),
        }.ToJsonString(Json.Compact), "application/json");

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)) return false;
        day = parsed;
        return true;
    }

    private static IResult Error(int status, string message) => Results.Json(new { message, docs = "https://www.bankofcanada.ca/valet/docs" }, statusCode: status);
}
