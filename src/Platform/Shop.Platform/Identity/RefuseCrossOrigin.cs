using Microsoft.AspNetCore.Http;
using Shop.Platform.Kernel;

namespace Shop.Platform.Identity;

/// <summary>
/// Refuses changes that another site's page makes a browser send with our cookies. SameSite is not enough: stores and the admin portal share a
/// site. Browsers always send Origin with unsafe requests; programs that send none carry no cookie of a victim.
/// </summary>
internal sealed class RefuseCrossOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || request.Cookies.Count == 0 || SameOrigin(request))
            return next(context);
        return new Problem(ProblemKind.Forbidden, "cross-origin", "This request came from another site's page and was refused.").ToHttp().ExecuteAsync(context);
    }

    private static bool SameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
