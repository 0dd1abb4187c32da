using System.Text.Json.Nodes;

namespace Shop.Sandbox.Stripe;

/// <summary>Maps API operations; every one of them goes through <see cref="StripeDoor"/> under its own path as its name.</summary>
internal sealed class StripeRoutes(IEndpointRouteBuilder routes)
{
    public void Post<T>(string path, Func<T, StripeCall, string, JsonNode> work)
        where T : class => Map<T>("POST", path, work);

    public void Get<T>(string path, Func<T, StripeCall, string, JsonNode> work)
        where T : class => Map<T>("GET", path, work);

    public void Delete<T>(string path, Func<T, StripeCall, string, JsonNode> work)
        where T : class => Map<T>("DELETE", path, work);

    public void List(string path, string kind) => Get<StripeStore>(path, (store, call, _) => Shown(StripeList.Of(store, kind, "/v1" + path, call), kind));

    public void ListAndGet(string path, string kind)
    {
        List(path, kind);
        Get<StripeStore>(path + "/{id}", (store, _, id) => store.Get(id, kind));
    }

    private static JsonObject Shown(JsonObject list, string kind)
    {
        if (kind != "checkout.session") return list;
        list["data"] = new JsonArray([.. ((JsonArray)list["data"]!).Select(item => Sessions.Public((JsonObject)item!))]);
        return list;
    }

    private void Map<T>(string method, string path, Func<T, StripeCall, string, JsonNode> work)
        where T : class =>
        routes.MapMethods(path, [method], (HttpContext http, StripeDoor door, CancellationToken cancel) =>
        {
            var service = http.RequestServices.GetRequiredService<T>();
            var id = http.Request.RouteValues["id"] as string ?? "";
            return door.RunAsync(http, $"{method} /v1{path}", call => work(service, call, id), cancel);
        });
}
