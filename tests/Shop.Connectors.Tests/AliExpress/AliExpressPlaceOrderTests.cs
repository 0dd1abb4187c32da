using System.Text.Json.Nodes;
using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressPlaceOrderTests
{
    private static readonly AliExpressConnector Connector = new();

    private static Task<Answer<IReadOnlyList<SupplierOrder>>> Place(string result) => Connector.PlaceAsync(
        new ReplayContext($$$$$$"""{"aliexpress_ds_order_create_response":{"result":{{{{{{result}}}}}}}}"""), Orders.Request("r-1"), default);

    [Fact]
    public async Task One_call_carries_all_lines_and_the_reference()
    {
        var context = new ReplayContext("""{"aliexpress_ds_order_create_response":{"result":{"is_success":true,"order_list":{"number":[8190000000000001,"8190000000000002"]}}}}""");
        var orders = await Connector.PlaceAsync(context, Orders.Request("ref-42") with { PayCurrency = "CAD" }, default);
        Assert.Equal(["8190000000000001", "8190000000000002"], orders.Value!.Select(order => order.OrderId));
        Assert.True(Assert.Single(context.Calls).Unrepeatable);
        var sent = JsonNode.Parse(context.Sent[0]["param_place_order_request4_open_api_d_t_o"])!;
        Assert.Equal("ref-42", (string)sent["out_order_id"]!);
        var items = sent["product_items"]!.AsArray();
        Assert.Equal((1005000000000001L, 2, "14:29#Bear;183:1", "CAINIAO_STANDARD"), ((long)items[0]!["product_id"]!, (int)items[0]!["product_count"]!, (string)items[0]!["sku_attr"]!, (string)items[0]!["logistics_service_name"]!));
        Assert.Null(items[1]!["sku_attr"]);
        var address = sent["logistics_address"]!;
        Assert.Equal(("Zoé Tremblay", "Quebec", "CA", "H2X 1Y4", "+1", "5145550100", "app. 3"), ((string)address["full_name"]!, (string)address["province"]!, (string)address["country"]!, (string)address["zip"]!, (string)address["phone_country"]!, (string)address["mobile_no"]!, (string)address["address2"]!));
        var extend = JsonNode.Parse(context.Sent[0]["ds_extend_request"])!;
        Assert.Equal(("true", "CAD", "retail"), ((string)extend["payment"]!["try_to_pay"]!, (string)extend["payment"]!["pay_currency"]!, (string)extend["trade_extra_param"]!["business_model"]!));
    }

    [Fact]
    public async Task An_error_code_beside_orders_does_not_undo_them()
    {
        var orders = await Place("""{"is_success":"true","order_list":[8190000000000001],"error_code":"INVENTORY_HOLD_ERROR"}""");
        Assert.Equal(SupplierOrder.OrderState.Unknown, Assert.Single(orders.Value!).State);
    }

    [Theory]
    [InlineData("B_DROPSHIPPER_DELIVERY_ADDRESS_VALIDATE_FAIL", FaultKind.BadInput)]
    [InlineData("B_DROPSHIPPER_DELIVERY_ADDRESS_CPF_CN_INVALID", FaultKind.BadInput)]
    [InlineData("B_DROPSHIPPER_DELIVERY_ADDRESS_CPF_NOT_MATCH", FaultKind.BadInput)]
    [InlineData("DELIVERY_METHOD_NOT_EXIST", FaultKind.NotAvailable)]
    [InlineData("INVENTORY_HOLD_ERROR", FaultKind.NotAvailable)]
    [InlineData("REPEATED_ORDER_ERROR", FaultKind.Unavailable)]
    [InlineData("PRICE_PAY_CURRENCY_ERROR", FaultKind.BadInput)]
    [InlineData("BLACKLIST_BUYER_IN_LIST", FaultKind.Unauthorised)]
    [InlineData("USER_ACCOUNT_DISABLED", FaultKind.Unauthorised)]
    [InlineData("ERROR_WHEN_BUILD_FOR_PLACE_ORDER", FaultKind.Unavailable)]
    [InlineData("A001_ORDER_CANNOT_BE_PLACED", FaultKind.NotAvailable)]
    [InlineData("A002_INVALID_ZONE", FaultKind.BadInput)]
    [InlineData("A003_SUSPICIOUS_BUYER", FaultKind.Unauthorised)]
    [InlineData("A004_CANNOT_USER_COUPON", FaultKind.BadInput)]
    [InlineData("A005_INVALID_COUNTRIES", FaultKind.NotAvailable)]
    [InlineData("A006_INVALID_ACCOUNT_INFO", FaultKind.Unauthorised)]
    [InlineData("NEVER_SEEN_BEFORE", FaultKind.Unavailable)]
    public async Task Every_error_code_has_its_kind(string code, FaultKind kind)
    {
        var fault = (await Place($$$$$$"""{"is_success":false,"error_code":"{{{{{{code}}}}}}","error_msg":"words"}""")).Fault!;
        Assert.Equal((kind, code), (fault.Kind, fault.Code));
        Assert.NotEmpty(fault.Message);
    }

    [Theory]
    [InlineData("""{"aliexpress_ds_order_create_response":{"result":{"is_success":true}}}""")]
    [InlineData("""{"aliexpress_ds_order_create_response":{"result":{"is_success":true,"orders_v2":[1]}}}""")]
    [InlineData("""{"aliexpress_ds_order_create_response":{"result":{"is_success":false,"order_list":{"number":[8190000000000001]},"error_code":"REPEATED_ORDER_ERROR"}}}""")]
    [InlineData("""{"aliexpress_ds_order_create_response":{"result":{"order_list":{"number":[8190000000000001]}}}}""")]
    [InlineData("""{"aliexpress_ds_order_create_response":{"result":{"is_success":true,"order_list":{"number":["8.19E+15"]}}}}""")]
    [InlineData("""{"aliexpress_ds_order_create_response":{"result":{"is_success":false}}}""")]
    [InlineData("""{"aliexpress_ds_order_create_response":{}}""")]
    [InlineData("""{"error_response":{"code":"ServiceUnavailable","msg":"isp"}}""")]
    [InlineData("""{"error_response":{"code":15,"msg":"Remote service error","sub_code":"isv.something-new"}}""")]
    [InlineData("""{"error_response":{"code":15,"sub_code":"isv.invalid-parameter"}}""")]
    [InlineData("<html>gateway</html>")]
    [InlineData("<html><div id=\"nocaptcha\"></div></html>")]
    [InlineData("")]
    public async Task An_unclear_answer_means_the_order_may_exist(string answer) =>
        Assert.Equal(FaultKind.Unavailable, (await Connector.PlaceAsync(new ReplayContext(answer), Orders.Request("r"), default)).Fault!.Kind);

    [Theory]
    [InlineData("IllegalAccessToken", FaultKind.Unauthorised)]
    [InlineData("ApiCallLimit", FaultKind.RateLimited)]
    [InlineData("IncompleteSignature", FaultKind.Unauthorised)]
    public async Task A_refusal_at_the_door_means_nothing_was_bought(string code, FaultKind kind)
    {
        var context = new ReplayContext($$$$$$"""{"error_response":{"code":"{{{{{{code}}}}}}","msg":"no"}}""");
        Assert.Equal(kind, (await Connector.PlaceAsync(context, Orders.Request("r"), default)).Fault!.Kind);
    }

    [Fact]
    public async Task Impossible_orders_are_refused_before_a_call()
    {
        var context = new ReplayContext("{}");
        var good = Orders.Request("r");
        OrderRequest[] wrong =
        [
            good with { Lines = [] }, good with { Reference = "" }, good with { Lines = [good.Lines[0] with { Quantity = 0 }] },
            good with { Lines = [good.Lines[0] with { ProductId = "x" }] }, good with { Lines = [good.Lines[0] with { VariantId = "14:29" }] },
        ];
        foreach (var request in wrong) Assert.Equal(FaultKind.BadInput, (await Connector.PlaceAsync(context, request, default)).Fault!.Kind);
        Assert.Empty(context.Calls);
    }
}
