using Microsoft.AspNetCore.Http;

namespace Shop.Storefront;

/// <summary>English or French: what the address says, else the choice remembered, else the browser's wish, else the store's own.</summary>
internal static class StoreLanguage
{
    private const string Cookie = "lang";

    public static string Choose(HttpContext http, string storeLanguage)
    {
        var asked = http.Request.Query["lang"].FirstOrDefault();
        if (asked is "en" or "fr")
        {
            if (!http.Response.HasStarted)
                http.Response.Cookies.Append(Cookie, asked, new CookieOptions { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, HttpOnly = true });
            return asked;
        }
        return http.Request.Cookies[Cookie] is "en" or "fr" ? http.Request.Cookies[Cookie]! : FromBrowser(http) ?? storeLanguage;
    }

    private static string? FromBrowser(HttpContext http) =>
        http.Request.Headers.AcceptLanguage.ToString().Split(',').Select(part => part.Trim()).Select(part => part.Length < 2 ? "" : part[..2].ToLowerInvariant())
            .FirstOrDefault(language => language is "en" or "fr");
}
