using System.Text.RegularExpressions;

namespace Shop.Connectors.AliExpress;

/// <summary>Finds the product id in the addresses of product pages, on every site and sub-domain of AliExpress. Short links hold no id.</summary>
internal static partial class AliExpressAddresses
{
    public static string? ProductId(string address)
    {
        var text = address.Trim();
        if (text.StartsWith("//", StringComparison.Ordinal)) text = "https:" + text;
        else if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")) return null;
        if (!Host().IsMatch(uri.Host)) return null;
        return Path().Match(uri.AbsolutePath) is { Success: true } match ? match.Groups["id"].Value : null;
    }

    // aliexpress.ru is another company with another catalogue.
    [GeneratedRegex(@"^(?:[a-z0-9-]+\.)*aliexpress\.(?:com|us)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    // /item/123.html, /item/words-of-the-title/123.html, /i/123.html, and the older /store/product/words/<store>_123.html.
    [GeneratedRegex(@"^/(?:[a-z]{2}/)?(?:(?:item|i)/(?:[^/]+/)?|store/product/[^/]+/[0-9]+_)(?<id>[0-9]{5,18})(?:\.html?)?/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
