using System.Globalization;
using System.Text.Json;
using Shop.Connectors.GoogleTrends.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.GoogleTrends;

/// <summary>From Google's answers to series. Pure.</summary>
internal static class GoogleTrendsMapping
{
    private const decimal BelowOne = 0.5m;

    public static Answer<Widget> Widget(JsonElement explore)
    {
        if (explore.Part("widgets", JsonValueKind.Array) is not { } widgets)
            return Layout.Changed("widgets", "missing");
        foreach (var widget in widgets.EnumerateArray().Where(w => w.Text("id") == "TIMESERIES"))
        {
            if (widget.Text("token") is { } token && widget.Part("request", JsonValueKind.Object) is { } request)
                return new Widget(token, request.GetRawText());
        }
        return Layout.Changed("widgets[TIMESERIES]", "missing or without token");
    }

    public static Answer<IReadOnlyList<IReadSignals.Series>> Series(JsonElement multiline, IReadOnlyList<string> terms, Market market)
    {
        if (multiline.Part("default", JsonValueKind.Object)?.Part("timelineData", JsonValueKind.Array) is not { } timeline)
            return Layout.Changed("default.timelineData", "missing");
        var points = terms.Select(_ => new List<KeyValuePair<DateTimeOffset, decimal>>()).ToList();
        var breaks = new List<KeyValuePair<DateTimeOffset, decimal>>();
        foreach (var bucket in timeline.EnumerateArray())
        {
            if (Time(bucket) is not { } time)
                return Layout.Changed("timelineData[].time", "not seconds as text");
            if (bucket.Part("axisNote", JsonValueKind.Object) is not null)
                breaks.Add(new(time, 1m));
            if (bucket.True("isPartial"))
                continue;
            for (var i = 0; i < terms.Count; i++)
            {
                var read = Value(bucket, i);
                if (read.Failed(out var fault, out var value)) return fault;
                if (value.Known) points[i].Add(new(time, value.Value));
            }
        }
        var series = terms.Select((term, i) => One(term, points[i], terms.Count == 1, market)).ToList();
        if (breaks.Count > 0)
            series.Add(new("collection-break", "mark", breaks) { Source = Address(terms, market) });
        return series;
    }

    private static IReadSignals.Series One(string term, List<KeyValuePair<DateTimeOffset, decimal>> points, bool alone, Market market) =>
        new(alone ? "search-interest" : $"search-interest:{term}", "index-0-100", [.. points.OrderBy(p => p.Key)]) { Source = Address([term], market) };

    /// <summary>Known is false for a bucket without data, whose value 0 means nothing.</summary>
    private static Answer<Reading> Value(JsonElement bucket, int index)
    {
        if (bucket.Part("value", JsonValueKind.Array).At(index) is not { ValueKind: JsonValueKind.Number } number || !number.TryGetDecimal(out var value))
            return Layout.Changed("timelineData[].value", "missing or not a number");
        if (value is < 0 or > 100)
            return Layout.Changed("timelineData[].value", $"{value} is outside 0 to 100");
        var known = bucket.Part("hasData", JsonValueKind.Array).At(index) is not { ValueKind: JsonValueKind.False };
        var belowOne = bucket.Part("formattedValue", JsonValueKind.Array).At(index) is { ValueKind: JsonValueKind.String } text && text.GetString() == "<1";
        return new Reading(known, belowOne ? BelowOne : value);
    }

    private static DateTimeOffset? Time(JsonElement bucket) =>
        long.TryParse(bucket.Text("time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string Address(IEnumerable<string> terms, Market market) =>
        $"https://trends.google.com/trends/explore?date=today%205-y&geo={market.Country}&q={Uri.EscapeDataString(string.Join(',', terms))}";

    private sealed record Reading(bool Known, decimal Value);
}
