using System.Text.Json.Nodes;
using Shop.Sandbox.Tests.Support;

namespace Shop.Sandbox.Tests.AliExpress;

public sealed class CaptureShapeTests : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;
    private AliExpressClient api = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        api = new AliExpressClient(sandbox);
    }

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task Search_has_the_shape_of_the_real_answer()
    {
        var real = Capture("ds_text_search.fr-eur.json");
        var ours = await api.CallAsync("aliexpress.ds.text.search", ("keyWord", "tapis"), ("local", "fr_FR"), ("countryCode", "FR"), ("currency", "EUR"));
        Assert.Empty(JsonShape.Differences(ours, real));
        Assert.Empty(JsonShape.Differences(real, ours));
    }

    [Fact]
    public async Task Products_have_the_shape_of_the_real_answer()
    {
        var real = Capture("ds_product_get.1005008177221739.fr-eur.json");
        foreach (var words in new[] { "bath mat", "earbuds", "building blocks", "phone case" })
        {
            var id = (string)(await api.FirstFoundAsync(words))["itemId"]!;
            var ours = await api.CallAsync("aliexpress.ds.product.get", ("product_id", id), ("ship_to_country", "CA"), ("target_currency", "CAD"), ("target_language", "EN"));
            Assert.Empty(JsonShape.Differences(ours, real));
        }
    }

    [Fact]
    public async Task Freight_has_the_shape_of_the_real_answers_of_both_kinds()
    {
        var product = await api.ProductAsync((string)(await api.FirstFoundAsync("bath mat"))["itemId"]!);
        var id = (long)product["result"]!["ae_item_base_info_dto"]!["product_id"]!;
        var sku = product["result"]!["ae_item_sku_info_dtos"]!["ae_item_sku_info_d_t_o"]!.AsArray().First(s => (int)s!["sku_available_stock"]! > 0)!;
        Assert.Empty(JsonShape.Differences(await FreightAsync(id, (string)sku["sku_id"]!), Capture("ds_freight_query.success.fr-eur.json")));
        var refused = await FreightAsync(id, (string)sku["sku_attr"]!);
        Assert.Empty(JsonShape.Differences(refused, Capture("ds_freight_query.error-501.json")));
        Assert.Equal(501, (int)refused["aliexpress_ds_freight_query_response"]!["result"]!["code"]!);
    }

    private Task<JsonObject> FreightAsync(long product, string sku) => api.CallAsync(
        "aliexpress.ds.freight.query",
        ("queryDeliveryReq", $$"""{"productId":{{product}},"selectedSkuId":"{{sku}}","quantity":1,"shipToCountry":"CA","language":"en_US","locale":"en_US","currency":"CAD"}"""));

    private static JsonNode Capture(string file) => JsonNode.Parse(File.ReadAllText(ReferenceData.PathOf("suppliers/aliexpress/" + file)))!;
}
