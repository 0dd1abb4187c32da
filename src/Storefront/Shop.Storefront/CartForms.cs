using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Storefront;

/// <summary>The forms that change a cart: each answers with a redirect, so that reloading repeats nothing. Form binding brings antiforgery with it.</summary>
internal static class CartForms
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/cart/add", AddAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost("/cart/set", SetAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> AddAsync([FromForm] Id<Variant> variant, [FromForm] string? quantity, HttpContext http, ChangeCart cart, ICatalog catalog, CancellationToken cancellationToken)
    {
        var added = await cart.AddAsync(CartCookie.Read(http.Request), variant, Pieces(quantity), "en", cancellationToken);
        if (!added.Failed(out var problem, out var token))
        {
            CartCookie.Write(http, token);
            return SeeOther("/cart");
        }
        var slug = (await catalog.VariantsAsync([variant], "en", cancellationToken)).SingleOrDefault()?.ProductSlug;
        return SeeOther(slug is null ? "/shop" : $"/p/{slug}?v={variant}&problem={problem.Code}");
    }

    private static async Task<IResult> SetAsync([FromForm] Id<Variant> variant, [FromForm] string? quantity, HttpContext http, ChangeCart cart, CancellationToken cancellationToken)
    {
        var set = await cart.SetAsync(CartCookie.Read(http.Request), variant, quantity == "0" ? 0 : Math.Max(1, Pieces(quantity)), "en", cancellationToken);
        return SeeOther(set.Failed(out var problem, out _) ? $"/cart?problem={problem.Code}" : "/cart");
    }

    /// <summary>What is not a number is none, and is refused as that.</summary>
    private static int Pieces(string? text) => int.TryParse(text, out var pieces) ? pieces : 0;

    private static IResult SeeOther(string path) => new Redirection(path);

    private sealed class Redirection(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
