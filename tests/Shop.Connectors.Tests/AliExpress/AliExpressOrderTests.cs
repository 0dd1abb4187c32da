using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressOrderTests
{
    private static readonly AliExpressConnector Connector = new();

    private static Task<Answer<SupplierOrder>> Read(string answer) => Connector.ReadOrderAsync(new ReplayContext(answer), "8190000000000001", default);

    private static string Answer(string status, string end = "") => $$$$$$"""
        {"aliexpress_trade_ds_order_get_response":{"result":{"gmt_create":"2024-01-01 00:00:00","order_status":"{{{{{{status}}}}}}","logistics_status":"X",
          "order_amount":{"amount":"10.00","currency_code":"USD"},"user_order_amount":{"amount":"13.70","currency_code":"CAD"},
          "child_order_list":{"aeop_child_order_info":[{"product_id":1005000000000001,"sku_id":"12000000000000011","product_count":1{{{{{{end}}}}}}},{"product_id":1005000000000002,"product_count":"2"}]},
          "logistics_info_list":{"aeop_order_logistics_info":[{"logistics_no":"LP001","logistics_service":"CAINIAO_STANDARD"},{"logistics_no":"LP001"},{"logistics_no":""}]} } }}
        """;

    [Fact]
    public async Task An_order_is_read_with_money_items_and_numbers()
    {
        var order = (await Read(Answer("WAIT_BUYER_ACCEPT_GOODS"))).Value!;
        Assert.Equal(("8190000000000001", SupplierOrder.OrderState.Shipped, "WAIT_BUYER_ACCEPT_GOODS", new Amount(13.70m, "CAD")), (order.OrderId, order.State, order.SupplierState, order.Total));
        Assert.Equal(["1005000000000001/12000000000000011", "1005000000000002"], order.Items);
        Assert.Equal(["LP001"], order.TrackingNumbers);
        Assert.Null(order.EndReason);
    }

    [Theory]
    [InlineData("PLACE_ORDER_SUCCESS", "", SupplierOrder.OrderState.AwaitingPayment)]
    [InlineData("WAIT_SELLER_SEND_GOODS", "", SupplierOrder.OrderState.Processing)]
    [InlineData("SELLER_PART_SEND_GOODS", "", SupplierOrder.OrderState.PartlyShipped)]
    [InlineData("WAIT_BUYER_ACCEPT_GOODS", "", SupplierOrder.OrderState.Shipped)]
    [InlineData("FINISH", "", SupplierOrder.OrderState.Completed)]
    [InlineData("FINISH", ",\"end_reason\":\"buyer_confirm_goods\"", SupplierOrder.OrderState.Completed)]
    [InlineData("FINISH", ",\"end_reason\":\"buyer_accept_goods_timeout\"", SupplierOrder.OrderState.Completed)]
    [InlineData("FINISH", ",\"end_reason\":\"pay_timeout\"", SupplierOrder.OrderState.Cancelled)]
    [InlineData("FINISH", ",\"end_reason\":\"CANCELED\"", SupplierOrder.OrderState.Cancelled)]
    [InlineData("FINISH", ",\"end_reason\":\"never_seen\"", SupplierOrder.OrderState.Unknown)]
    [InlineData("FUND_PROCESSING", "", SupplierOrder.OrderState.Unknown)]
    [InlineData("IN_CANCEL", "", SupplierOrder.OrderState.Unknown)]
    [InlineData("SOMETHING_NEW", "", SupplierOrder.OrderState.Unknown)]
    public async Task Every_state_has_its_word(string status, string end, SupplierOrder.OrderState state)
    {
        var order = (await Read(Answer(status, end))).Value!;
        Assert.Equal((state, status), (order.State, order.SupplierState));
        Assert.Equal(state == SupplierOrder.OrderState.Cancelled, order.EndReason is not null);
    }

    [Theory]
    [InlineData("""{"aliexpress_trade_ds_order_get_response":{"result":{"state_v2":"FINISH"}}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"aliexpress_trade_ds_order_get_response":{}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"error_response":{"code":"isv.order-not-exist","msg":"no"}}""", FaultKind.NotFound)]
    [InlineData("""{"error_response":{"code":"15","sub_code":"isv.invalid-authorization","msg":"no"}}""", FaultKind.Unauthorised)]
    [InlineData("""{"error_response":{"code":"15","sub_code":"isp.service-unavailable","msg":"no"}}""", FaultKind.Unavailable)]
    public async Task An_order_that_cannot_be_read_is_a_fault(string answer, FaultKind kind) => Assert.Equal(kind, (await Read(answer)).Fault!.Kind);

    [Fact]
    public async Task The_order_is_asked_by_its_number()
    {
        var context = new ReplayContext(Answer("FINISH"));
        await Connector.ReadOrderAsync(context, "8190000000000001", default);
        Assert.Equal("""{"order_id":8190000000000001}""", context.Sent[0]["single_order_query"]);
        Assert.Equal(FaultKind.BadInput, (await Connector.ReadOrderAsync(context, "1;2", default)).Fault!.Kind);
    }
}
