using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>The wrapping of answers: method envelope, error envelopes, and the type-name level that <c>simplify</c> removes.</summary>
internal static class Envelope
{
    private static readonly HashSet<string> TypeNames = new(StringComparer.Ordinal)
    {
        "ae_item_sku_info_d_t_o", "ae_sku_property_d_t_o", "ae_item_property", "ae_video_d_t_o", "selection_search_product",
        "delivery_option_d_t_o", "number", "aeop_child_order_info", "aeop_order_logistics_info", "tracking_detail", "detail_node",
        "package_item", "traffic_order_effect_dto", "aeop_freight_calculate_result_for_buyer_dto", "wholesale_price_tier",
    };

    public static JsonObject Success(string method, JsonObject body, string requestId)
    {
        body["request_id"] = requestId;
        body["_trace_id_"] = "2140d362" + requestId[8..];
        return new JsonObject { [method.Replace('.', '_') + "_response"] = body };
    }

    public static JsonObject Refusal(ApiRefusalException refusal, string requestId) => new()
    {
        ["error_response"] = new JsonObject
        {
            ["type"] = refusal.Type,
            ["code"] = refusal.Code,
            ["msg"] = refusal.Message,
            ["request_id"] = requestId,
        },
    };

    public static JsonObject SystemRefusal(ApiRefusalException refusal, string requestId) => new()
    {
        ["type"] = refusal.Type,
        ["code"] = refusal.Code,
        ["message"] = refusal.Message,
        ["request_id"] = requestId,
    };

    public static JsonObject List(string typeName, IEnumerable<JsonNode?> items) => new() { [typeName] = Json.Array(items) };

    public static JsonNode? Simplify(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: 1 } single when single.First() is { Value: JsonArray list } only && TypeNames.Contains(only.Key):
                return Json.Array(list.Select(Simplify));
            case JsonObject body:
                var flat = new JsonObject();
                foreach (var (name, value) in body) flat[name] = Simplify(value);
                return flat;
            case JsonArray list:
                return Json.Array(list.Select(Simplify));
            default:
                return node?.DeepClone();
        }
    }

    public static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
