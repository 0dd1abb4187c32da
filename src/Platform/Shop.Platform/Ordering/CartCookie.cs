using Microsoft.AspNetCore.Http;

namespace Shop.Platform.Ordering;

/// <summary>The cookie that knows a shopper's cart.</summary>
public static class CartCookie
{
    private const string Name = "cart";

    /// <summary>Null when there is none.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and <= 64 } token ? token : null;

    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, new CookieOptions
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = TimeSpan.FromDays(60),
        IsEssential = true,
    });
}
