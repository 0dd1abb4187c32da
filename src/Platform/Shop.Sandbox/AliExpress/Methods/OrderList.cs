using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress.Methods;

/// <summary>
/// <c>aliexpress.ds.commissionorder.listbyindex</c>: the buyer's paid orders of a period, line by line. It carries no reference of
/// the caller's, so an order is recognised by product, quantity and time only.
/// </summary>
internal sealed class OrderList(OrderBook orders, OrderTimeline timeline) : IApiMethod
{
    public string Name => "aliexpress.ds.commissionorder.listbyindex";

    public JsonObject Answer(ApiCall call)
    {
        var start = Time(call.Required("start_time"));
        var end = Time(call.Required("end_time"));
        var size = Math.Clamp(call.Number("page_size", 20), 1, 50);
        var page = Math.Max(1, call.Number("page_no", 1));
        var rows = orders.All()
            .Where(order => order.Paid is not null && order.Placed >= start && order.Placed <= end)
            .Where(order => StatusOf(order) == (call["status"] ?? StatusOf(order)))
            .OrderByDescending(order => order.Placed)
            .SelectMany(order => order.Lines.Select((line, number) => Row(order, line, number)))
            .ToList();
        var shown = rows.Skip((page - 1) * size).Take(size).ToList();
        return new JsonObject
        {
            ["rsp_code"] = "200",
            ["rsp_msg"] = "success",
            ["result"] = new JsonObject
            {
                ["current_page_no"] = page,
                ["current_record_count"] = shown.Count,
                ["min_query_index_id"] = shown.Count == 0 ? "" : shown[^1]["sub_order_id"].Text(),
                ["max_query_index_id"] = shown.Count == 0 ? "" : shown[0]["sub_order_id"].Text(),
                ["orders"] = Envelope.List("traffic_order_effect_dto", shown),
            },
        };
    }

    private string StatusOf(SupplierOrder order) => timeline.Status(order) == "FINISH" ? "Buyer Confirmed Receipt" : "Payment Completed";

    private JsonObject Row(SupplierOrder order, SupplierOrderLine line, int number) => new()
    {
        ["order_id"] = order.Id,
        ["sub_order_id"] = order.Id + 1 + number,
        ["item_id"] = line.ProductId,
        ["item_title"] = line.Title,
        ["item_count"] = line.Count,
        ["paid_amount"] = (long)(((line.UnitPrice * line.Count) + line.ShippingFee) * 100),
        ["ship_to_country"] = order.Address["country"].Text(),
        ["effect_status"] = StatusOf(order),
        ["effect_detail_status"] = StatusOf(order),
        ["created_time"] = OrderGet.PlatformTime(order.Placed),
        ["paid_time"] = OrderGet.PlatformTime(order.Paid!.Value),
        ["is_new_buyer"] = "N",
        ["is_affiliate_product"] = "N",
        ["commission_rate"] = "0%",
        ["publisher_settled_currency"] = order.Currency,
    };

    private static DateTimeOffset Time(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, TimeSpan.FromHours(-8))
            : throw new ApiRefusalException("InvalidParameter", "Times are written yyyy-MM-dd HH:mm:ss, in Pacific time");
}
