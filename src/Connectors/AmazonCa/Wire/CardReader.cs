using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Shop.Connectors.AmazonCa.Wire;

/// <summary>Reads cards out of the grid's HTML. Class names carry a changing hash, so only their stable parts are looked for.</summary>
internal static partial class CardReader
{
    public static IReadOnlyList<Card> Read(string html)
    {
        var starts = AsinAttribute().Matches(html);
        var cards = new List<Card>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].Index : html.Length;
            cards.Add(One(starts[i].Groups[1].Value, html[starts[i].Index..end]));
        }
        return [.. cards.DistinctBy(card => card.Asin)];
    }

    private static Card One(string asin, string html) => new(asin)
    {
        Rank = Whole(First(RankBadge(), html)),
        Title = Plain(First(ImageAlt(), html)) ?? Plain(First(ClampedTitle(), html)),
        Rating = Rating(html),
        Ratings = Ratings(html),
        Price = First(PriceText(), html) is { } text ? PriceReader.Read(Plain(text)) : null,
    };

    private static decimal? Rating(string html)
    {
        var text = Plain(First(IconAlt(), html)) ?? Plain(First(StarsLabel(), html));
        if (text is null) return null;
        // "4.2 out of 5 stars" and "4,5 sur 5 étoiles" lead with the value; other languages lead with the 5.
        var values = Number().Matches(text).Select(m => decimal.Parse(m.Value.Replace(',', '.'), CultureInfo.InvariantCulture)).ToList();
        return values.Count < 2 ? null : values is [5m, var last, ..] && last < 5m ? last : values[0] is >= 0 and <= 5 ? values[0] : null;
    }

    private static int? Ratings(string html)
    {
        var icon = IconAlt().Match(html);
        if (icon.Success && First(SmallText(), html[icon.Index..]) is { } count)
            return Whole(Plain(count));
        return Plain(First(StarsLabel(), html)) is { } label && CountInLabel().Match(label) is { Success: true } match ? Whole(match.Groups[1].Value) : null;
    }

    private static string? First(Regex pattern, string html) => pattern.Match(html) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? Plain(string? html) =>
        html is null ? null : WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim() is { Length: > 0 } text ? text : null;

    private static int? Whole(string? text) =>
        text is not null && int.TryParse(Separators().Replace(text, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex("""data-asin="([A-Z0-9]{10})" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AsinAttribute();

    [GeneratedRegex("""zg-bdg-text">\s*\#([0-9,]+)\s*<""")]
    private static partial Regex RankBadge();

    [GeneratedRegex("""<img\s[^>]*?alt="([^"]*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ImageAlt();

    [GeneratedRegex("""<div\s+class="[^"]*line-clamp[^"]*">(.*?)</div>""", RegexOptions.Singleline)]
    private static partial Regex ClampedTitle();

    [GeneratedRegex("""class="a-icon-alt">(.*?)</span>""", RegexOptions.Singleline)]
    private static partial Regex IconAlt();

    [GeneratedRegex("""aria-label="([^"]*(?:stars|étoiles|&eacute;toiles)[^"]*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex StarsLabel();

    [GeneratedRegex("""<span\s+class="a-size-small">(.*?)</span>""", RegexOptions.Singleline)]
    private static partial Regex SmallText();

    [GeneratedRegex("""class="[^"]*p13n-sc-price[^"]*">(.*?)</span>""", RegexOptions.Singleline)]
    private static partial Regex PriceText();

    [GeneratedRegex(@"(?:stars|étoiles),\s*([0-9][0-9.,\s\u00A0\u202F]*?)\s*(?:ratings?|évaluations?)")]
    private static partial Regex CountInLabel();

    [GeneratedRegex("[0-9]+(?:[.,][0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[.,\s\u00A0\u202F]")]
    private static partial Regex Separators();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
