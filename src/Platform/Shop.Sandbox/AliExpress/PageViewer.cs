using Shop.Sandbox.Catalogue;

namespace Shop.Sandbox.AliExpress;

/// <summary>Country, currency and language of a page visitor: the cookie <c>aep_usuc_f</c> decides, else some other country's money.</summary>
internal sealed record PageViewer(string Country, string Currency, Language Language)
{
    public static PageViewer Of(HttpRequest request)
    {
        var cookie = request.Cookies["aep_usuc_f"];
        if (string.IsNullOrEmpty(cookie)) return new PageViewer("US", "USD", Language.English);
        var parts = cookie.Split('&')
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .GroupBy(part => part[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
        var currency = parts.GetValueOrDefault("c_tp", "USD");
        return new PageViewer(
            parts.GetValueOrDefault("region", "US"),
            ExchangeRates.Knows(currency) ? currency : "USD",
            Languages.Parse(parts.GetValueOrDefault("b_locale", "en_US")));
    }
}
