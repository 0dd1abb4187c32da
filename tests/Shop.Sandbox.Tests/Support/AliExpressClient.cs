using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shop.Sandbox.AliExpress;

namespace Shop.Sandbox.Tests.Support;

/// <summary>Calls the sandbox's AliExpress API as a foreign program would: signed forms, nothing else.</summary>
public sealed class AliExpressClient(RunningSandbox sandbox, string session = "sandbox-session")
{
    public async Task<JsonObject> CallAsync(string method, params (string Name, string Value)[] parameters)
    {
        var form = Signed([("method", method), ("session", session), .. parameters], path: "");
        using var response = await sandbox.Http.PostAsync("/aliexpress/sync", new FormUrlEncodedContent(form));
        response.EnsureSuccessStatusCode();
        return (JsonObject)(await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public async Task<JsonObject> SystemAsync(string path, params (string Name, string Value)[] parameters)
    {
        using var response = await sandbox.Http.PostAsync("/aliexpress/rest" + path, new FormUrlEncodedContent(Signed(parameters, path)));
        return (JsonObject)(await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public async Task<JsonObject> FirstFoundAsync(string words)
    {
        var answer = await CallAsync("aliexpress.ds.text.search", ("keyWord", words), ("local", "en_US"), ("countryCode", "CA"), ("currency", "CAD"), ("pageSize", "10"));
        return (JsonObject)answer["aliexpress_ds_text_search_response"]!["data"]!["products"]!["selection_search_product"]![0]!;
    }

    public async Task<JsonObject> ProductAsync(string id, string country = "CA")
    {
        var answer = await CallAsync("aliexpress.ds.product.get", ("product_id", id), ("ship_to_country", country), ("target_currency", "CAD"), ("target_language", "EN"));
        return (JsonObject)answer["aliexpress_ds_product_get_response"]!;
    }

    public async Task<JsonObject> OrderAsync(string reference, JsonObject order, bool pay = true)
    {
        order["out_order_id"] = reference;
        var answer = await CallAsync(
            "aliexpress.ds.order.create",
            ("param_place_order_request4_open_api_d_t_o", order.ToJsonString()),
            ("ds_extend_request", $$$"""{"payment":{"try_to_pay":"{{{(pay ? "true" : "false")}}}","pay_currency":"USD"}}"""));
        return (JsonObject)answer["aliexpress_ds_order_create_response"]!["result"]!;
    }

    public static JsonObject Order(string street, params (string ProductId, string SkuAttr, int Count)[] lines) => new()
    {
        ["product_items"] = new JsonArray([.. lines.Select(line => new JsonObject
        {
            ["product_id"] = line.ProductId, ["sku_attr"] = line.SkuAttr, ["product_count"] = line.Count, ["logistics_service_name"] = "CAINIAO_STANDARD", ["order_memo"] = "no invoice",
        })]),
        ["logistics_address"] = new JsonObject
        {
            ["full_name"] = "Ada Tremblay",
            ["contact_person"] = "Ada Tremblay",
            ["address"] = street,
            ["city"] = "Montreal",
            ["province"] = "Quebec",
            ["country"] = "CA",
            ["zip"] = "H2X 1Y4",
            ["phone_country"] = "+1",
            ["mobile_no"] = "5145550101",
            ["locale"] = "en_US",
        },
    };

    private static Dictionary<string, string> Signed(IEnumerable<(string Name, string Value)> parameters, string path)
    {
        var form = parameters.ToDictionary(pair => pair.Name, pair => pair.Value);
        form["app_key"] = "sandbox-app";
        form["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        form["sign_method"] = "sha256";
        form["format"] = "json";
        form["sign"] = Signature.Of(form, "sandbox-secret", path);
        return form;
    }
}
