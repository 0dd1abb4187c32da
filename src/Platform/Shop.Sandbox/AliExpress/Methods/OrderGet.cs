using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress.Methods;

/// <summary><c>aliexpress.trade.ds.order.get</c>; the answer does not repeat the order id.</summary>
internal sealed class OrderGet(OrderBook orders, OrderTimeline timeline) : IApiMethod
{
    public string Name => "aliexpress.trade.ds.order.get";

    public JsonObject Answer(ApiCall call)
    {
        var query = Json.TryObject(call.Required("single_order_query"))
            ?? throw new ApiRefusalException("InvalidParameter", "single_order_query is not a JSON object");
        var order = orders.Find(query["order_id"].Long())
            ?? throw new ApiRefusalException("isv.order-not-exist", "The order does not exist or does not belong to this buyer");
        return new JsonObject { ["result"] = Result(order) };
    }

    private JsonObject Result(SupplierOrder order)
    {
        var result = new JsonObject
        {
            ["gmt_create"] = PlatformTime(order.Placed),
            ["order_status"] = timeline.Status(order),
            ["logistics_status"] = timeline.LogisticsStatus(order),
            ["order_amount"] = Money(order.Total, order.Currency),
            ["user_order_amount"] = Money(order.Total, order.Currency),
            ["child_order_list"] = Envelope.List("aeop_child_order_info", order.Lines.Select(line => Child(order, line))),
            ["store_info"] = new JsonObject { ["store_id"] = order.StoreId, ["store_name"] = order.StoreName, ["store_url"] = $"//www.aliexpress.com/store/{order.StoreId}" },
        };
        if (order.Paid is { } paid) result["order_paidtime_string"] = PlatformTime(paid);
        else result["pay_timeout_second"] = timeline.PayTimeoutSeconds;
        if (timeline.IsShipped(order))
        {
            result["logistics_info_list"] = Envelope.List("aeop_order_logistics_info", [new JsonObject
            {
                ["logistics_no"] = timeline.TrackingNumber(order),
                ["logistics_service"] = order.Logistics,
            }]);
        }

        return result;
    }

    private JsonObject Child(SupplierOrder order, SupplierOrderLine line)
    {
        var child = new JsonObject
        {
            ["product_id"] = line.ProductId,
            ["product_name"] = line.Title,
            ["sku_id"] = line.SkuId.ToString(CultureInfo.InvariantCulture),
            ["product_count"] = line.Count,
            ["product_price"] = Money(line.UnitPrice, order.Currency),
            ["shipping_fee"] = Money(line.ShippingFee, order.Currency),
        };
        if (timeline.EndReason(order) is { } reason) child["end_reason"] = reason;
        return child;
    }

    private static JsonObject Money(decimal amount, string currency) => new() { ["amount"] = Envelope.Money(amount), ["currency_code"] = currency };

    // The platform prints its own (Pacific) time and no zone.
    public static string PlatformTime(DateTimeOffset time) =>
        time.ToOffset(TimeSpan.FromHours(-8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
