using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Ordering;

/// <summary>The store's JSON API for carts and orders. Guests may call all of it; an order is opened by its unguessable token.</summary>
internal static class OrderingApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").OnStoreHost().AllowAnonymous();
        api.MapGet("/cart", CartAsync);
        api.MapPost("/cart", AddAsync);
        api.MapPut("/cart/{variant}", SetAsync);
        api.MapDelete("/cart/{variant}", RemoveAsync);
        api.MapDelete("/cart", ClearAsync);
        api.MapGet("/checkout/quote", QuoteAsync);
        api.MapPost("/checkout", CheckOutAsync);
        api.MapPost("/orders/track", TrackAsync);
        api.MapGet("/orders/{token}", OrderAsync);
        api.MapPost("/orders/{token}/pay", PayAsync);
    }

    private static async Task<CartView> CartAsync(HttpContext http, ViewCart cart, CancellationToken cancellationToken) =>
        await cart.ShowAsync(CartCookie.Read(http.Request), Language(http), cancellationToken);

    private static async Task<IResult> AddAsync(AddToCart body, HttpContext http, ChangeCart change, ViewCart cart, CancellationToken cancellationToken)
    {
        var added = await change.AddAsync(CartCookie.Read(http.Request), body.VariantId, body.Quantity, Language(http), cancellationToken);
        if (added.Failed(out var problem, out var token))
            return problem.ToHttp();
        CartCookie.Write(http, token);
        return Results.Ok(await cart.ShowAsync(token, Language(http), cancellationToken));
    }

    private static async Task<IResult> SetAsync(Id<Variant> variant, SetQuantity body, HttpContext http, ChangeCart change, ViewCart cart, CancellationToken cancellationToken)
    {
        var token = CartCookie.Read(http.Request);
        return (await change.SetAsync(token, variant, body.Quantity, Language(http), cancellationToken)).Failed(out var problem, out _)
            ? problem.ToHttp() : Results.Ok(await cart.ShowAsync(token, Language(http), cancellationToken));
    }

    private static Task<IResult> RemoveAsync(Id<Variant> variant, HttpContext http, ChangeCart change, ViewCart cart, CancellationToken cancellationToken) =>
        SetAsync(variant, new SetQuantity(0), http, change, cart, cancellationToken);

    private static async Task<IResult> ClearAsync(HttpContext http, ChangeCart change, CancellationToken cancellationToken)
    {
        await change.ClearAsync(CartCookie.Read(http.Request), cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> QuoteAsync(string province, HttpContext http, QuoteCheckout quote, CancellationToken cancellationToken) =>
        (await quote.QuoteAsync(CartCookie.Read(http.Request), province, Language(http), cancellationToken)).Failed(out var problem, out var found)
            // What the suppliers take is the merchant's business.
            ? problem.ToHttp() : Results.Ok(new { found.Goods, found.Shipping, found.Tax.Taxes, found.Total, found.MinDays, found.MaxDays });

    private static async Task<IResult> CheckOutAsync(
        CheckoutInput body, [FromHeader(Name = "Idempotency-Key")] string? key, HttpContext http, PlaceOrder place, PayOrder pay, CancellationToken cancellationToken)
    {
        if ((await place.PlaceAsync(CartCookie.Read(http.Request), key ?? "", body, Language(http), cancellationToken)).Failed(out var problem, out var order))
            return problem.ToHttp();
        return (await pay.StartAsync(order.Token, cancellationToken)).Failed(out var unpaid, out var url)
            // The order stands; only its payment page could not be opened. The token lets the caller try again.
            ? Results.Ok(new { order.OrderId, order.Number, order.Token, order.Total, PaymentUrl = (Uri?)null, PaymentProblem = unpaid.Message })
            : Results.Ok(new { order.OrderId, order.Number, order.Token, order.Total, PaymentUrl = (Uri?)url, PaymentProblem = (string?)null });
    }

    private static async Task<IResult> TrackAsync(TrackQuery body, HttpContext http, TrackOrder track, CancellationToken cancellationToken) =>
        (await track.ByNumberAsync(body.Number, body.Email, http.Connection.RemoteIpAddress?.ToString() ?? "", Language(http), cancellationToken)).Failed(out var problem, out var order)
            ? problem.ToHttp() : Results.Ok(ShopperOrder.Of(order));

    private static async Task<IResult> OrderAsync(string token, TrackOrder track, CancellationToken cancellationToken) =>
        await track.ByTokenAsync(token, cancellationToken) is { } order ? Results.Ok(ShopperOrder.Of(order)) : Problem.NotFound("order").ToHttp();

    private static async Task<IResult> PayAsync(string token, PayOrder pay, CancellationToken cancellationToken) =>
        (await pay.StartAsync(token, cancellationToken)).Failed(out var problem, out var url) ? problem.ToHttp() : Results.Ok(new { PaymentUrl = url });

    private static string Language(HttpContext http) =>
        (http.Request.Query["lang"].FirstOrDefault() ?? http.Request.Headers.AcceptLanguage.FirstOrDefault() ?? "").StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
}

/// <summary>Body of <c>POST /api/cart</c>.</summary>
public sealed record AddToCart(Id<Variant> VariantId, int Quantity = 1);

/// <summary>Body of <c>PUT /api/cart/{variant}</c>. Zero removes the line.</summary>
public sealed record SetQuantity(int Quantity);

/// <summary>Body of <c>POST /api/orders/track</c>.</summary>
public sealed record TrackQuery(string? Number, string? Email);

/// <summary>An order as its shopper sees it: no costs, no internal ids.</summary>
public sealed record ShopperOrder(
    string Number, string Token, OrderStatus Status, IReadOnlyList<OrderLineDetails> Lines, Money Goods, Money Shipping, IReadOnlyList<OrderTax> Taxes, Money Total,
    IReadOnlyList<string> TrackingNumbers, IReadOnlyList<OrderStep> History, DateTimeOffset PlacedAt, DateTimeOffset? PaidAt)
{
    internal static ShopperOrder Of(OrderDetails o) =>
        new(o.Number, o.Token, o.Status, o.Lines, o.Goods, o.Shipping, o.Taxes, o.Total, o.TrackingNumbers, o.History, o.PlacedAt, o.PaidAt);
}
