using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressFindOrderTests
{
    private static readonly AliExpressConnector Connector = new();
    private static readonly OrderRequest Request = new("ref-1", [new("1005000000000001", "12000000000000011", 2)], Orders.Address);

    // The context's clock: 2023-11-14 22:13:20 UTC, 14:13:20 Pacific standard time.
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1700000000000);

    private static string List(params string[] rows) => $$$$$$"""
        {"aliexpress_ds_commissionorder_listbyindex_response":{"rsp_code":"200","result":{"current_record_count":{{{{{{rows.Length}}}}}},"orders":{"traffic_order_effect_dto":[{{{{{{string.Join(',', rows)}}}}}}]}}}}
        """;

    private static string Row(string id, string created = "2023-11-14 14:13:00", string product = "1005000000000001", int count = 2) =>
        $$$$$$"""{"order_id":{{{{{{id}}}}}},"sub_order_id":{{{{{{id}}}}}}1,"item_id":{{{{{{product}}}}}},"item_count":"{{{{{{count}}}}}}","created_time":"{{{{{{created}}}}}}","effect_status":"Payment Completed"}""";

    private static string Order(string sku = "12000000000000011") => $$$$$$"""
        {"aliexpress_trade_ds_order_get_response":{"result":{"order_status":"WAIT_SELLER_SEND_GOODS","child_order_list":{"aeop_child_order_info":[{"product_id":1005000000000001,"sku_id":"{{{{{{sku}}}}}}","product_count":2}]} }}}
        """;

    private static Task<Answer<IReadOnlyList<SupplierOrder>>> Find(ReplayContext context, OrderRequest? request = null, int minutesAgo = 60) =>
        Connector.FindAsync(context, request ?? Request, Now.AddMinutes(-minutesAgo), default);

    [Fact]
    public async Task A_paid_order_is_found_by_product_quantity_time_and_variant()
    {
        var context = new ReplayContext(List(Row("81900001")), List(), Order());
        var found = await Find(context);
        Assert.Equal(("81900001", SupplierOrder.OrderState.Processing), (Assert.Single(found.Value!).OrderId, found.Value![0].State));
        var sent = context.Sent[0];
        Assert.Equal(("aliexpress.ds.commissionorder.listbyindex", "2023-11-14 13:11:20", "2023-11-14 15:18:20"), (sent["method"], sent["start_time"], sent["end_time"]));
        Assert.Equal(["Buyer Confirmed Receipt", "Payment Completed"], context.Sent.Take(2).Select(call => call["status"]).Order());
    }

    [Theory]
    [InlineData("2023-11-14 13:00:00", "1005000000000001", 2)]
    [InlineData("2023-11-14 14:13:00", "1005000000000009", 2)]
    [InlineData("2023-11-14 14:13:00", "1005000000000001", 3)]
    public async Task An_order_of_another_time_product_or_quantity_is_not_this_one(string created, string product, int count) =>
        Assert.Empty((await Find(new ReplayContext(List(Row("81900001", created, product, count)), List()))).Value!);

    [Fact]
    public async Task An_order_of_another_variant_is_not_this_one() =>
        Assert.Empty((await Find(new ReplayContext(List(Row("81900001")), List(), Order("12000000000000099")))).Value!);

    [Fact]
    public async Task An_order_of_another_reference_is_not_this_one()
    {
        var context = new ReplayContext(List(Row("81900001"), Row("81900002")), List(), Order());
        var found = await Find(context, Request with { OrdersOfOthers = ["81900001"] });
        Assert.Equal("81900002", Assert.Single(found.Value!).OrderId);
    }

    [Fact]
    public async Task Two_orders_that_fit_are_for_a_person()
    {
        var fault = (await Find(new ReplayContext(List(Row("81900001"), Row("81900002")), List(), Order()))).Fault!;
        Assert.Equal(FaultKind.Unsupported, fault.Kind);
    }

    [Fact]
    public async Task A_part_of_the_order_is_for_a_person()
    {
        var request = Request with { Lines = [Request.Lines[0], new("1005000000000002", "12000000000000021", 1)] };
        Assert.Equal(FaultKind.Unsupported, (await Find(new ReplayContext(List(Row("81900001")), List(), Order()), request)).Fault!.Kind);
    }

    [Fact]
    public async Task Absence_counts_only_after_the_list_has_had_its_time()
    {
        var early = (await Find(new ReplayContext(List()), minutesAgo: 10)).Fault!;
        Assert.Equal((FaultKind.Unavailable, TimeSpan.FromMinutes(20)), (early.Kind, early.RetryAfter));
        Assert.Empty((await Find(new ReplayContext(List()), minutesAgo: 31)).Value!);
        var hasty = new ReplayContext(List());
        hasty.Set["order_list_delay_minutes"] = "0";
        Assert.Empty((await Find(hasty, minutesAgo: 0)).Value!);
    }

    [Fact]
    public async Task Absence_of_an_unpaid_order_says_nothing() =>
        Assert.Equal(FaultKind.Unsupported, (await Find(new ReplayContext(List()), Request with { Pay = false })).Fault!.Kind);

    [Fact]
    public async Task A_full_page_is_halved_until_all_is_seen()
    {
        var full = List([.. Enumerable.Range(0, 50).Select(i => Row($"7{i:000000}", product: "1005000000000009"))]);
        var context = new ReplayContext(full, List(), List(Row("81900001")), List(), Order());
        Assert.Single((await Find(context)).Value!);
        Assert.Equal(5, context.Calls.Count);
        Assert.Equal(FaultKind.Unsupported, (await Find(new ReplayContext(full))).Fault!.Kind);
    }

    [Theory]
    [InlineData("""{"aliexpress_ds_commissionorder_listbyindex_response":{"rsp_code":"200","result":{"current_record_count":3}}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"aliexpress_ds_commissionorder_listbyindex_response":{"rsp_code":"200","result":{"orders":[{"order_id":1,"item_id":2,"item_count":1,"created_time":"yesterday"}]}}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"aliexpress_ds_commissionorder_listbyindex_response":{"rsp_code":"200"}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"aliexpress_ds_commissionorder_listbyindex_response":{"rsp_code":"402","rsp_msg":"new"}}""", FaultKind.Unavailable)]
    [InlineData("""{"error_response":{"code":"InsufficientPermission"}}""", FaultKind.Unauthorised)]
    public async Task A_list_that_cannot_be_read_never_means_absent(string answer, FaultKind kind) =>
        Assert.Equal(kind, (await Find(new ReplayContext(answer))).Fault!.Kind);
}
