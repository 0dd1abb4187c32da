using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;

namespace Shop.Sandbox.AliExpress.Methods;

/// <summary><c>aliexpress.ds.order.tracking.get</c>: newest event first.</summary>
internal sealed class TrackingGet(OrderBook orders, OrderTimeline timeline, ProductCatalogue catalogue) : IApiMethod
{
    public string Name => "aliexpress.ds.order.tracking.get";

    public JsonObject Answer(ApiCall call)
    {
        var id = call.Required("ae_order_id");
        var language = ApiCall.LanguageOf(call.Required("language"));
        var known = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var order = known ? orders.Find(number) : null;
        var events = order is null ? [] : timeline.Events(order);
        if (order is null || events.Count == 0)
            return new JsonObject { ["result"] = new JsonObject { ["ret"] = false, ["code"] = "1001", ["msg"] = "TRACKING DATA NOT FOUND" } };
        var line = new JsonObject
        {
            ["mail_no"] = timeline.TrackingNumber(order),
            ["carrier_name"] = order.LogisticsCompany,
            ["eta_time_stamps"] = timeline.Eta(order).ToUnixTimeMilliseconds(),
            ["detail_node_list"] = Envelope.List("detail_node", events.Reverse().Select(Node)),
            ["package_item_list"] = Envelope.List("package_item", order.Lines.Select(item => Item(item, language))),
        };
        return new JsonObject
        {
            ["result"] = new JsonObject
            {
                ["ret"] = true,
                ["code"] = "0",
                ["msg"] = "success",
                ["data"] = new JsonObject { ["tracking_detail_line_list"] = Envelope.List("tracking_detail", [line]) },
            },
        };
    }

    private static JsonObject Node(TrackingEvent step) => new()
    {
        ["time_stamp"] = step.At.ToUnixTimeMilliseconds(),
        ["tracking_name"] = step.Name,
        ["tracking_detail_desc"] = step.Text,
    };

    private JsonObject Item(SupplierOrderLine line, Language language)
    {
        var sku = catalogue.Find(line.ProductId)?.FindSku(line.SkuId);
        return new JsonObject
        {
            ["item_id"] = line.ProductId,
            ["quantity"] = line.Count,
            ["sku_desc"] = sku is null ? "" : string.Join(",", sku.Options.Select(o => $"{o.Axis.Name.In(language)}:{o.SellerLabel ?? o.Choice.Name.In(language)}")),
            ["item_title"] = line.Title,
        };
    }
}
