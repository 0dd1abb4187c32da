using System.Text.Json.Nodes;
using Shop.Sandbox.Tests.Support;

namespace Shop.Sandbox.Tests.AliExpress;

public sealed class OrderTests : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;
    private AliExpressClient api = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync("--Sandbox:TrackingSecondsPerDay=1000");
        api = new AliExpressClient(sandbox);
    }

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task Order_goes_from_placed_to_finished_and_takes_stock()
    {
        var (product, sku) = await BuyableAsync("yoga mat");
        var result = await api.OrderAsync("ref-1", AliExpressClient.Order("123 Main Street", (product, (string)sku["sku_attr"]!, 2)));
        Assert.True((bool)result["is_success"]!);
        var id = Ids(result).Single();
        Assert.Equal("WAIT_SELLER_SEND_GOODS", await StatusAsync(id));
        Assert.Equal((int)sku["sku_available_stock"]! - 2, await StockAsync(product, (string)sku["sku_id"]!));
        Assert.Equal("TRACKING DATA NOT FOUND", (string)(await TrackingAsync(id))["msg"]!);
        await sandbox.ControlAsync(HttpMethod.Post, $"/orders/{id}/advance?to=shipped");
        Assert.Equal("WAIT_BUYER_ACCEPT_GOODS", await StatusAsync(id));
        await sandbox.ControlAsync(HttpMethod.Post, $"/orders/{id}/advance?to=delivered");
        var line = (await TrackingAsync(id))["data"]!["tracking_detail_line_list"]!["tracking_detail"]![0]!;
        Assert.Equal("Delivered", (string)line["detail_node_list"]!["detail_node"]![0]!["tracking_name"]!);
        await sandbox.ControlAsync(HttpMethod.Post, $"/orders/{id}/advance?to=finished");
        Assert.Equal("FINISH", await StatusAsync(id));
    }

    [Fact]
    public async Task Lines_of_two_stores_become_two_orders()
    {
        var (first, firstSku) = await BuyableAsync("yoga mat");
        var (second, secondSku) = await BuyableAsync("dog bed");
        var result = await api.OrderAsync("ref-2", AliExpressClient.Order("123 Main Street", (first, (string)firstSku["sku_attr"]!, 1), (second, (string)secondSku["sku_attr"]!, 1)));
        Assert.Equal(2, Ids(result).Count);
    }

    [Fact]
    public async Task Used_reference_is_refused_and_names_the_earlier_orders()
    {
        var (product, sku) = await BuyableAsync("yoga mat");
        var order = AliExpressClient.Order("123 Main Street", (product, (string)sku["sku_attr"]!, 1));
        var first = await api.OrderAsync("ref-3", order);
        var again = await api.OrderAsync("ref-3", order);
        Assert.False((bool)again["is_success"]!);
        Assert.Equal("REPEATED_ORDER_ERROR", (string)again["error_code"]!);
        Assert.Equal(Ids(first), Ids(again));
        Assert.Single((await sandbox.ControlAsync(HttpMethod.Get, "/records/aliexpress-orders"))["aliexpress-orders"]!.AsArray());
    }

    [Theory]
    [InlineData("REFUSE Street 1", 1, "B_DROPSHIPPER_DELIVERY_ADDRESS_VALIDATE_FAIL")]
    [InlineData("123 Main Street", 99999, "INVENTORY_HOLD_ERROR")]
    public async Task Order_that_cannot_be_placed_says_why(string street, int count, string code)
    {
        var (product, sku) = await BuyableAsync("yoga mat");
        var result = await api.OrderAsync("ref-4", AliExpressClient.Order(street, (product, (string)sku["sku_attr"]!, count)));
        Assert.False((bool)result["is_success"]!);
        Assert.Equal(code, (string)result["error_code"]!);
    }

    [Fact]
    public async Task Answer_lost_after_placing_leaves_one_order_that_the_reference_finds()
    {
        var (product, sku) = await BuyableAsync("yoga mat");
        var order = AliExpressClient.Order("123 Main Street", (product, (string)sku["sku_attr"]!, 1));
        await sandbox.FaultAsync("aliexpress", "order.create", "dropAfterAccept");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => api.OrderAsync("ref-5", order));
        Assert.Single(Ids(await api.OrderAsync("ref-5", order)));
        await sandbox.FaultAsync("aliexpress", "order.create", "error500AfterPlacing");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => api.OrderAsync("ref-6", order));
        Assert.Equal("REPEATED_ORDER_ERROR", (string)(await api.OrderAsync("ref-6", order))["error_code"]!);
    }

    [Fact]
    public async Task Orders_and_stock_survive_a_restart()
    {
        var (product, sku) = await BuyableAsync("yoga mat");
        var id = Ids(await api.OrderAsync("ref-7", AliExpressClient.Order("123 Main Street", (product, (string)sku["sku_attr"]!, 3)))).Single();
        await sandbox.RestartAsync();
        Assert.Equal("WAIT_SELLER_SEND_GOODS", await StatusAsync(id));
        Assert.Equal((int)sku["sku_available_stock"]! - 3, await StockAsync(product, (string)sku["sku_id"]!));
        Assert.Equal("REPEATED_ORDER_ERROR", (string)(await api.OrderAsync("ref-7", AliExpressClient.Order("123 Main Street", (product, (string)sku["sku_attr"]!, 3))))["error_code"]!);
    }

    [Fact]
    public async Task Price_jump_and_sold_out_change_one_product_until_they_are_cleared()
    {
        var (product, sku) = await BuyableAsync("yoga mat");
        var before = decimal.Parse((string)sku["offer_sale_price"]!);
        await sandbox.FaultAsync("aliexpress", "", "priceJump", null, new { productId = product, percent = 50 });
        var raised = decimal.Parse((string)(await SkuAsync(product, (string)sku["sku_id"]!))["offer_sale_price"]!);
        Assert.InRange(raised / before, 1.48m, 1.52m);
        await sandbox.FaultAsync("aliexpress", "", "soldOut", null, new { productId = product });
        Assert.Equal(0, await StockAsync(product, (string)sku["sku_id"]!));
        await sandbox.ControlAsync(HttpMethod.Delete, "/faults");
        Assert.Equal(before, decimal.Parse((string)(await SkuAsync(product, (string)sku["sku_id"]!))["offer_sale_price"]!));
    }

    private async Task<(string Product, JsonObject Sku)> BuyableAsync(string words)
    {
        var id = (string)(await api.FirstFoundAsync(words))["itemId"]!;
        var sku = (await SkusAsync(id)).First(s => (int)s["sku_available_stock"]! is > 10 and < 5000);
        return (id, sku);
    }

    private async Task<List<JsonObject>> SkusAsync(string product) =>
        [.. (await api.ProductAsync(product))["result"]!["ae_item_sku_info_dtos"]!["ae_item_sku_info_d_t_o"]!.AsArray().OfType<JsonObject>()];

    private async Task<JsonObject> SkuAsync(string product, string sku) => (await SkusAsync(product)).Single(s => (string)s["sku_id"]! == sku);

    private async Task<int> StockAsync(string product, string sku) => (int)(await SkuAsync(product, sku))["sku_available_stock"]!;

    private async Task<string> StatusAsync(long id) =>
        (string)(await api.CallAsync("aliexpress.trade.ds.order.get", ("single_order_query", $$"""{"order_id":{{id}}}""")))["aliexpress_trade_ds_order_get_response"]!["result"]!["order_status"]!;

    private async Task<JsonObject> TrackingAsync(long id) =>
        (JsonObject)(await api.CallAsync("aliexpress.ds.order.tracking.get", ("ae_order_id", id.ToString()), ("language", "en_US")))["aliexpress_ds_order_tracking_get_response"]!["result"]!;

    private static List<long> Ids(JsonObject result) => [.. result["order_list"]!["number"]!.AsArray().Select(id => (long)id!)];
}
