using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressProductTests
{
    private const string Sku = """
        {"sku_id":"12000000000000011","sku_attr":"14:29#Bear;183:1","offer_sale_price":"8.01","sku_price":"22.23","currency_code":"CAD",
         "sku_available_stock":"27","ae_sku_property_dtos":[
           {"sku_property_id":183,"sku_property_name":"Size","sku_property_value":"L"},
           {"sku_property_id":14,"sku_property_name":"Color","sku_property_value":"White","property_value_definition_name":"Bear"}]}
        """;

    private static readonly AliExpressConnector Connector = new();

    private static string Product(string skus, string about = "") => $$$$$$"""
        {"aliexpress_ds_product_get_response":{"rsp_code":"200","result":{
          "ae_item_base_info_dto":{"product_id":1005000000000001,"subject":"Mat","currency_code":"CNY","product_status_type":"onSelling"{{{{{{about}}}}}}},
          "ae_item_sku_info_dtos":{"ae_item_sku_info_d_t_o":[{{{{{{skus}}}}}}]}}}}
        """;

    private static Answer<Offer> Read(string document) => Connector.ReadDocument(document, Market.Canada);

    [Fact]
    public void Options_follow_the_order_of_the_key_and_use_the_sellers_word()
    {
        var variant = Assert.Single(Read(Product(Sku)).Value!.Variants);
        Assert.Equal([KeyValuePair.Create("Color", "Bear"), KeyValuePair.Create("Size", "L")], variant.Options);
        Assert.Equal((27, new Amount(8.01m, "CAD")), (variant.Stock, variant.Price));
    }

    [Fact]
    public void Sold_out_is_an_offer()
    {
        var offer = Read(Product(Sku.Replace("\"27\"", "0", StringComparison.Ordinal))).Value!;
        Assert.Equal((false, 0, null), (offer.Available, offer.Stock, offer.Price));
        Assert.Equal(new Amount(8.01m, "CAD"), offer.Variants[0].Price);
    }

    [Fact]
    public void Unknown_stock_is_null_and_not_zero()
    {
        var offer = Read(Product(Sku.Replace("sku_available_stock", "other", StringComparison.Ordinal))).Value!;
        Assert.Equal(((bool?)null, (int?)null, (int?)null), (offer.Available, offer.Stock, offer.Variants[0].Stock));
    }

    [Fact]
    public void A_product_taken_off_sale_is_not_available()
    {
        var offer = Read(Product(Sku).Replace("onSelling", "offline", StringComparison.Ordinal)).Value!;
        Assert.Equal((false, null), (offer.Available, offer.Price));
    }

    [Fact]
    public void A_product_without_options_has_no_key()
    {
        var plain = """{"sku_id":"12000000000000011","sku_attr":"","id":"<none>","offer_sale_price":"1","sku_price":"1","currency_code":"CAD","sku_available_stock":1}""";
        var variant = Assert.Single(Read(Product(plain)).Value!.Variants);
        Assert.Equal((null, null), (variant.OrderKey, variant.ListPrice));
        Assert.Empty(variant.Options);
    }

    [Theory]
    [InlineData("offer_sale_price", "offer_sale_price")]
    [InlineData("currency_code", "currency_code")]
    [InlineData("sku_id", "sku_id")]
    [InlineData("sku_property_name", "ae_sku_property_dtos[1].sku_property_name")]
    public void A_missing_part_of_a_variant_is_named(string gone, string field)
    {
        var fault = Read(Product(Sku.Replace($"\"{gone}\"", "\"renamed\"", StringComparison.Ordinal))).Fault!;
        Assert.Equal(FaultKind.LayoutChanged, fault.Kind);
        Assert.EndsWith(field, fault.Field, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.01", "0")]
    [InlineData("8.01", "-3")]
    [InlineData("8.01", "8,01")]
    [InlineData("8.01", "free")]
    [InlineData("CAD", "dollars")]
    [InlineData("12000000000000011", "1.2E+16")]
    [InlineData("\"27\"", "-1")]
    [InlineData("\"27\"", "[27]")]
    public void A_value_of_another_kind_is_never_guessed_around(string old, string other) =>
        Assert.Equal(FaultKind.LayoutChanged, Read(Product(Sku.Replace(old, other, StringComparison.Ordinal))).Fault!.Kind);

    [Fact]
    public void A_product_on_sale_without_variants_is_a_changed_layout()
    {
        var fault = Read(Product("").Replace("ae_item_sku_info_dtos", "sku_infos", StringComparison.Ordinal)).Fault!;
        Assert.Equal((FaultKind.LayoutChanged, "aliexpress_ds_product_get_response.result.ae_item_sku_info_dtos"), (fault.Kind, fault.Field));
    }

    [Theory]
    [InlineData("""{"aliexpress_ds_product_get_response":{"rsp_code":605,"rsp_msg":"ITEM_ID_NOT_FOUND"}}""", FaultKind.NotFound)]
    [InlineData("""{"aliexpress_ds_product_get_response":{"rsp_code":"602","rsp_msg":"Item is not allowed to this country"}}""", FaultKind.NotAvailable)]
    [InlineData("""{"aliexpress_ds_product_get_response":{"rsp_code":401,"rsp_msg":"account not registered"}}""", FaultKind.Unauthorised)]
    [InlineData("""{"aliexpress_ds_product_get_response":{"rsp_code":999,"rsp_msg":"something new"}}""", FaultKind.Unavailable)]
    [InlineData("""{"aliexpress_ds_product_get_response":{"rsp_code":200,"rsp_msg":"Call succeeds"}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"error_response":{"code":"IllegalAccessToken","msg":"expired","request_id":"1"}}""", FaultKind.Unauthorised)]
    [InlineData("""{"error_response":{"code":"InsufficientPermission","msg":"no"}}""", FaultKind.Unauthorised)]
    [InlineData("""{"error_response":{"code":"ApiCallLimit","msg":"app call limited, this ban will last 7 seconds"}}""", FaultKind.RateLimited)]
    [InlineData("""{"error_response":{"code":"FlowControl","msg":"slow"}}""", FaultKind.RateLimited)]
    [InlineData("""{"error_response":{"code":7,"msg":"App Call Limited"}}""", FaultKind.RateLimited)]
    [InlineData("""{"error_response":{"code":15,"msg":"Remote service error","sub_code":"isp.http-read-timeout","sub_msg":"later"}}""", FaultKind.Unavailable)]
    [InlineData("""{"error_response":{"code":15,"msg":"Remote service error","sub_code":"isv.invalid-parameter","sub_msg":"no"}}""", FaultKind.BadInput)]
    [InlineData("""{"error_response":{"code":"IncompleteSignature","msg":"no"}}""", FaultKind.Unauthorised)]
    [InlineData("""{"error_response":{"code":"MissingParameter","msg":"no"}}""", FaultKind.ConnectorBug)]
    [InlineData("""{"error_response":{"code":"NeverSeen","msg":"no"}}""", FaultKind.Unavailable)]
    [InlineData("""{"code":"InvalidAppkey","type":"ISV","message":"no","request_id":"1"}""", FaultKind.Unauthorised)]
    [InlineData("""{"totally":"different"}""", FaultKind.LayoutChanged)]
    [InlineData("""{"half":""", FaultKind.LayoutChanged)]
    [InlineData("", FaultKind.LayoutChanged)]
    public async Task Every_failure_layer_is_a_fault_of_its_kind(string answer, FaultKind kind)
    {
        Assert.Equal(kind, Read(answer).Fault!.Kind);
        var fault = (await Connector.ReadAsync(new ReplayContext(answer), "1005000000000001", Market.Canada, default)).Fault!;
        Assert.Equal(kind, fault.Kind);
        if (answer.Contains("7 seconds", StringComparison.Ordinal)) Assert.Equal(TimeSpan.FromSeconds(7), fault.RetryAfter);
    }

    [Theory]
    [InlineData(500, FaultKind.Unavailable)]
    [InlineData(503, FaultKind.Unavailable)]
    [InlineData(429, FaultKind.RateLimited)]
    [InlineData(404, FaultKind.LayoutChanged)]
    public async Task A_status_speaks_where_the_body_does_not(int status, FaultKind kind)
    {
        var context = new ReplayContext("<html>oops</html>") { Status = status };
        Assert.Equal(kind, (await Connector.ReadAsync(context, "1005000000000001", Market.Canada, default)).Fault!.Kind);
    }

    [Fact]
    public async Task A_missing_page_is_not_found_only_by_its_status()
    {
        var context = new ReplayContext("<html>gone</html>") { Status = 404 };
        context.Set["source"] = "pages";
        Assert.Equal(FaultKind.NotFound, (await Connector.ReadAsync(context, "1005000000000001", Market.Canada, default)).Fault!.Kind);
        Assert.Equal("/item/1005000000000001.html", context.Calls[0].Path);
        context.Status = 200;
        Assert.Equal(FaultKind.LayoutChanged, (await Connector.ReadAsync(context, "1005000000000001", Market.Canada, default)).Fault!.Kind);
    }

    [Fact]
    public async Task The_api_is_asked_for_the_market()
    {
        var context = new ReplayContext(Product(Sku));
        var offer = (await Connector.ReadAsync(context, "1005000000000001", new Market("CA", "CAD", "fr"), default)).Value!;
        var sent = context.Sent[0];
        Assert.Equal(("aliexpress.ds.product.get", "1005000000000001", "CA", "CAD", "FR"), (sent["method"], sent["product_id"], sent["ship_to_country"], sent["target_currency"], sent["target_language"]));
        Assert.Equal(context.Clock.Now, offer.SeenAt);
        Assert.Equal(FaultKind.BadInput, (await Connector.ReadAsync(context, "../1", Market.Canada, default)).Fault!.Kind);
        Assert.Single(context.Calls);
    }

    [Fact]
    public async Task A_refusal_of_the_broker_is_handed_on()
    {
        var context = new ReplayContext("{}") { Refusal = new Fault(FaultKind.RateLimited, "pace") };
        Assert.Same(context.Refusal, (await Connector.ReadAsync(context, "1005000000000001", Market.Canada, default)).Fault);
    }
}
