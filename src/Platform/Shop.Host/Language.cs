using Microsoft.AspNetCore.Localization;

namespace Shop.Host;

/// <summary>Keeps a visitor's choice of language in a cookie of that host.</summary>
internal static class Language
{
    public static IResult Choose(HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string? culture, [Microsoft.AspNetCore.Mvc.FromForm] string? back)
    {
        var chosen = culture == "fr" ? "fr-CA" : "en-CA";
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
            new CookieOptions { IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true, MaxAge = TimeSpan.FromDays(365) });
        return Results.LocalRedirect(back is { Length: > 0 } && back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\') ? "~" + back : "~/");
    }
}
