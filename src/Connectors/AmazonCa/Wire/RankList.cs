using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Shop.Connectors.AmazonCa.Wire;

/// <summary>The grid's own list of all products of the page, also of those whose card comes later by script.</summary>
internal static partial class RankList
{
    /// <summary>ASIN and rank in the list's order; null when the page has no readable list.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>>? Read(string html)
    {
        if (Attribute().Match(html) is not { Success: true } match)
            return null;
        try
        {
            using var document = JsonDocument.Parse(WebUtility.HtmlDecode(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value));
            return document.RootElement.ValueKind == JsonValueKind.Array ? Rows(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<KeyValuePair<string, int>>? Rows(JsonElement list)
    {
        var rows = new List<KeyValuePair<string, int>>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Text(item, "id") is not { } asin
                || !item.TryGetProperty("metadataMap", out var metadata) || Text(metadata, "render.zg.rank") is not { } rank
                || !int.TryParse(rank, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var place) || place < 1)
                return null;
            rows.Add(new(asin, place));
        }
        return rows;
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("""data-client-recs-list=(?:"([^"]*)"|'([^']*)')""")]
    private static partial Regex Attribute();
}
