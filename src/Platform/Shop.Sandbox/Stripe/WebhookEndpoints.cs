using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Endpoints registered by API. The secret is shown once, when the endpoint is made.</summary>
internal sealed class WebhookEndpoints(StripeStore store)
{
    public JsonObject Create(StripeCall call)
    {
        var wanted = call.Form.Texts("enabled_events").ToList();
        if (wanted.Count == 0) throw StripeErrorException.Invalid("Missing required param: enabled_events.", "enabled_events", "parameter_missing");
        var url = call.Form.Required("url");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw StripeErrorException.Invalid("Invalid URL", "url", "url_invalid");
        var endpoint = new JsonObject
        {
            ["id"] = StripeStore.NewId("we_1"),
            ["object"] = "webhook_endpoint",
            ["api_version"] = call.Form.Word("api_version"),
            ["application"] = null,
            ["created"] = store.Now,
            ["description"] = call.Form.Word("description"),
            ["enabled_events"] = Json.Array(wanted.Select(type => (JsonNode?)type)),
            ["livemode"] = false,
            ["metadata"] = call.Form.Metadata(),
            ["secret"] = StripeStore.NewId("whsec_", 32),
            ["status"] = "enabled",
            ["url"] = url,
        };
        store.Put(endpoint);
        return endpoint;
    }

    public JsonObject Get(string id) => Hidden(store.Get(id, "webhook_endpoint", "webhook_endpoint"));

    public JsonObject Update(string id, StripeCall call)
    {
        var endpoint = store.Get(id, "webhook_endpoint", "webhook_endpoint").Copy();
        if (call.Form.Word("url") is { } url) endpoint["url"] = url;
        if (call.Form["enabled_events"] is JsonArray wanted) endpoint["enabled_events"] = wanted.DeepClone();
        if (call.Form.Word("disabled") is { } off) endpoint["status"] = off == "true" ? "disabled" : "enabled";
        store.Put(endpoint);
        return Hidden(endpoint);
    }

    public JsonObject Delete(string id)
    {
        _ = store.Get(id, "webhook_endpoint", "webhook_endpoint");
        var gone = new JsonObject { ["id"] = id, ["object"] = "webhook_endpoint", ["deleted"] = true };
        store.Put(gone);
        return gone;
    }

    public JsonObject List(StripeCall call) => StripeList.Page("/v1/webhook_endpoints", store.All("webhook_endpoint").Take((int)(call.Form.Integer("limit") ?? 10)).Select(Hidden), false);

    private static JsonObject Hidden(JsonObject endpoint)
    {
        var shown = endpoint.Copy();
        shown.Remove("secret");
        return shown;
    }
}
