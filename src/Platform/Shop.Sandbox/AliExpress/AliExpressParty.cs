using Microsoft.Extensions.Options;
using Shop.Sandbox.AliExpress.Methods;

namespace Shop.Sandbox.AliExpress;

/// <summary>AliExpress: API, consent page, public pages.</summary>
public static class AliExpressParty
{
    public static IServiceCollection AddAliExpress(this IServiceCollection services) => services
        .AddSingleton<TokenDesk>()
        .AddSingleton<OrderBook>()
        .AddSingleton<OrderTimeline>()
        .AddSingleton<Shelf>()
        .AddSingleton<OrderPricing>()
        .AddSingleton<Gateway>()
        .AddSingleton<ProductPage>()
        .AddSingleton<SearchPage>()
        .AddSingleton<IApiMethod, TextSearch>()
        .AddSingleton<IApiMethod, ProductGet>()
        .AddSingleton<IApiMethod, FreightQuery>()
        .AddSingleton<IApiMethod, LegacyFreight>()
        .AddSingleton<IApiMethod, OrderCreate>()
        .AddSingleton<IApiMethod, OrderGet>()
        .AddSingleton<IApiMethod, OrderList>()
        .AddSingleton<IApiMethod, TrackingGet>();

    public static void MapAliExpress(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/aliexpress");
        api.MapMethods("/sync", ["GET", "POST"], (HttpContext http, Gateway gateway, CancellationToken cancel) => gateway.SyncAsync(http, cancel));
        api.MapMethods("/rest/auth/token/create", ["GET", "POST"], (HttpContext http, Gateway gateway, TokenDesk tokens, CancellationToken cancel) =>
            gateway.RestAsync(http, "/auth/token/create", call => CreateToken(call, tokens), cancel));
        api.MapMethods("/rest/auth/token/refresh", ["GET", "POST"], (HttpContext http, Gateway gateway, TokenDesk tokens, CancellationToken cancel) =>
            gateway.RestAsync(http, "/auth/token/refresh", call => tokens.Refresh(call.Required("refresh_token")), cancel));
        api.MapGet("/oauth/authorize", (HttpRequest request, IOptions<SandboxOptions> options) => ConsentPage.Show(request, options));
        api.MapPost("/oauth/authorize", (HttpRequest request, TokenDesk tokens, CancellationToken cancel) => ConsentPage.DecideAsync(request, tokens, cancel))
            .DisableAntiforgery();

        var www = routes.MapGroup("/aliexpress-www");
        www.MapGet("/item/{name}", (string name, HttpContext http, ProductPage page, CancellationToken cancel) => page.ShowAsync(name, http, cancel));
        www.MapGet("/desc/{id:long}.htm", (long id, HttpContext http, ProductPage page) => page.Description(id, http));
        www.MapGet("/w/{name}", (string name, HttpContext http, SearchPage page, CancellationToken cancel) => page.ShowAsync(name, http, cancel));
        www.MapGet("/wholesale", (HttpContext http, SearchPage page, CancellationToken cancel) => page.ShowAsync(null, http, cancel));
        www.MapGet("/order/{id:long}", OrderPage.Show);
        www.MapPost("/order/{id:long}/pay", OrderPage.Pay).DisableAntiforgery();
    }

    // The platform fails a trade that carries a uuid; a caller that sends it must notice here.
    private static System.Text.Json.Nodes.JsonObject CreateToken(ApiCall call, TokenDesk tokens) =>
        call["uuid"] is null ? tokens.Create(call.Required("code")) : throw new ApiRefusalException("InvalidCode", "Invalid authorization code");
}
