using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Shop.Platform.Catalog;

/// <summary>
/// Supplier HTML made harmless: a short list of text tags, no attribute that loads, links, styles or identifies anything. Images live in the
/// gallery, so those of a description go.
/// </summary>
public static class CatalogHtml
{
    private const int Longest = 200_000;

    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "form", "select", "button", "textarea",
        "title", "head", "link", "meta", "base", "audio", "video", "canvas", "xmp", "plaintext", "noembed", "noframes",
    };

    private static readonly HtmlSanitizer Sanitizer = Create();

    /// <summary>The allowed part of <paramref name="html"/>. Empty for null; text beyond 200,000 characters is cut.</summary>
    public static string Sanitise(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
            return "";
        return Sanitizer.Sanitize(html.Length > Longest ? html[..Longest] : html).Trim();
    }

    /// <summary>The words of sanitised HTML.</summary>
    public static string Text(string html) =>
        string.Join(' ', new HtmlParser().ParseDocument(html.Replace("<", " <", StringComparison.Ordinal)).Body?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "b", "strong", "i", "em", "u", "ul", "ol", "li", "h3", "h4", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "colspan", "rowspan" },
            AllowedCssProperties = new HashSet<string>(),
            AllowedSchemes = new HashSet<string>(),
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "action", "background" },
        })
        {
            // A <div> or <span> goes, its words stay.
            KeepChildNodes = true,
        };
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (Whole.Contains(removing.Tag.LocalName))
                removing.Tag.TextContent = "";
        };
        sanitizer.RemovingComment += (_, removing) => removing.Cancel = false;
        return sanitizer;
    }
}
