using System.Text.Json.Nodes;

namespace Shop.Sandbox.AliExpress;

/// <summary>What a platform release does to a careless reader: known names disappear, the answer stays well formed.</summary>
internal static class LayoutChange
{
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["ae_item_sku_info_dtos"] = "sku_infos",
        ["offer_sale_price"] = "price_v2",
        ["products"] = "product_list",
        ["delivery_options"] = "options_v2",
        ["order_list"] = "orders_v2",
        ["order_status"] = "state_v2",
        ["tracking_detail_line_list"] = "lines_v2",
        ["productInfoComponent"] = "pdpInfo",
        ["priceComponent"] = "pdpPrice",
        ["itemList"] = "resultList",
    };

    public static JsonObject Of(JsonObject answer) => (JsonObject)Rename(answer)!;

    private static JsonNode? Rename(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject body:
                var changed = new JsonObject();
                foreach (var (name, value) in body) changed[Renamed.GetValueOrDefault(name, name)] = Rename(value);
                return changed;
            case JsonArray list:
                return new JsonArray([.. list.Select(Rename)]);
            default:
                return node?.DeepClone();
        }
    }
}
