using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressPageTests
{
    private const string Result = """
        {"GLOBAL_DATA":{"globalData":{"currencyCode":"CAD","productId":"1005000000000009","subject":"Lamp","storeId":"1100","bigBossBan":false}},
         "PRODUCT_TITLE":{"text":"Desk lamp"},
         "PRICE":{"skuIdStrPriceInfoMap":{
            "12000000000000091":{"originalPrice":{"value":1254.5,"currency":"CAD"},"salePriceLocal":"$1,027.48|1,027|48","salePriceString":"$1,027.48"},
            "12000000000000092":{"originalPrice":{"value":"30.00","currency":"CAD"}}}},
         "SKU":{"skuPaths":[
            {"skuId":12000000000000091,"skuIdStr":"12000000000000091","path":"14:173;5:361386","skuStock":4,"salable":true},
            {"skuIdStr":"12000000000000092","path":"14:175,5:361386","skuStock":0,"salable":true}],
          "skuProperties":[
            {"skuPropertyName":"Color","skuPropertyValues":[
              {"propertyValueId":173,"propertyValueName":"Blue","propertyValueDefinitionName":"Sky","skuPropertyImagePath":"//ae01.alicdn.com/kf/b.jpg"},
              {"propertyValueId":"175","propertyValueName":"green"}]},
            {"skuPropertyName":"Size","skuPropertyValues":[{"propertyValueId":361386,"propertyValueDisplayName":"M","propertyValueName":"m"}]}]},
         "HEADER_IMAGE_PC":{"imagePathList":["https://ae01.alicdn.com/kf/a.jpg","https://ae01.alicdn.com/kf/a.jpg"]},
         "PRODUCT_PROP_PC":{"showedProps":[{"attrName":"Brand","attrValue":"None"}]},
         "PC_RATING":{"rating":"4.7"},
         "SHIPPING":{"deliveryLayoutInfo":[{"bizData":{"deliveryOptionCode":"CAINIAO_STANDARD","shippingFee":"free","displayCurrency":"CAD","displayAmount":0,"deliveryDayMin":8,"deliveryDayMax":"12","shipFromCode":"CN","shipToCode":"CA"}},
            {"bizData":{"deliveryOptionCode":"X","unreachable":true}}]}}
        """;

    private static readonly AliExpressConnector Connector = new();

    private static Answer<Offer> Read(string document) => Connector.ReadDocument(document, Market.Canada);

    [Theory]
    [InlineData("{0}")]
    [InlineData("{\"data\":{\"result\":{0}},\"ret\":[\"SUCCESS::ok\"]}")]
    [InlineData("mtopjsonp1({\"data\":{\"result\":{0}}});")]
    public void The_third_generation_is_read_wherever_its_result_stands(string form)
    {
        var offer = Read(form.Replace("{0}", Result, StringComparison.Ordinal)).Value!;
        Assert.Equal(("1005000000000009", "Desk lamp", "1100", 4.7m), (offer.ProductId, offer.Title, offer.StoreId, offer.Rating));
        var sky = offer.Variants[0];
        Assert.Equal((new Amount(1027.48m, "CAD"), new Amount(1254.5m, "CAD"), 4, "14:173;5:361386"), (sky.Price, sky.ListPrice, sky.Stock, sky.OrderKey));
        Assert.Equal([KeyValuePair.Create("Color", "Sky"), KeyValuePair.Create("Size", "M")], sky.Options);
        Assert.Equal("https://ae01.alicdn.com/kf/b.jpg", sky.Image);
        Assert.Equal((new Amount(30m, "CAD"), null, 0), (offer.Variants[1].Price! with { Value = 30m }, offer.Variants[1].ListPrice, offer.Variants[1].Stock));
        Assert.Equal((true, 4, sky.Price), (offer.Available, offer.Stock, offer.Price));
        Assert.Equal(("CAINIAO_STANDARD", 0m, 8, 12, null), Ways(Assert.Single(offer.Shipping)));
        Assert.Single(offer.Images);
    }

    [Fact]
    public void A_banned_product_is_an_offer_that_cannot_be_bought()
    {
        var offer = Read(Result.Replace("\"bigBossBan\":false", "\"bigBossBan\":\"true\"", StringComparison.Ordinal)).Value!;
        Assert.Equal((false, 0, null), (offer.Available, offer.Stock, offer.Price));
    }

    [Theory]
    [InlineData("\"salePriceLocal\":\"$1,027.48|1,027|48\",", "", "PRICE.skuIdStrPriceInfoMap.12000000000000091.salePriceLocal")]
    [InlineData("|1,027|48", "", "PRICE.skuIdStrPriceInfoMap.12000000000000091.salePriceLocal")]
    [InlineData("\"currencyCode\":\"CAD\"", "\"currencyCode\":\"USD\"", "GLOBAL_DATA.globalData.currencyCode")]
    [InlineData("skuIdStrPriceInfoMap", "prices", "PRICE.skuPriceInfoMap")]
    [InlineData("14:173;5:361386", "14:999;5:361386", "SKU.skuPaths[0].path")]
    [InlineData("skuPaths", "paths", "SKU.skuPaths")]
    [InlineData("productId", "item", "GLOBAL_DATA.globalData.productId")]
    public void A_changed_part_of_the_third_generation_is_named(string old, string other, string field)
    {
        var fault = Read(Result.Replace(old, other, StringComparison.Ordinal)).Fault!;
        Assert.Equal((FaultKind.LayoutChanged, field), (fault.Kind, fault.Field));
    }

    [Fact]
    public void A_page_that_loads_its_product_later_says_so()
    {
        var fault = Read("<html><script>window.runParams = {};</script><script src=\"//x/baxia.js\"></script></html>").Fault!;
        Assert.Equal(FaultKind.Unsupported, fault.Kind);
    }

    [Theory]
    [InlineData("<html><body><div id=\"nocaptcha\"></div></body></html>")]
    [InlineData("<html><script>location='/item/_____tmd_____/punish?x5secdata=a'</script></html>")]
    [InlineData("<html><iframe src=\"https://www.google.com/recaptcha/api2/anchor\"></iframe></html>")]
    [InlineData("<html><div class=\"baxia-dialog\"></div></html>")]
    [InlineData("<html><script>window.runParams = {};</script><form><input name=\"x5referer\"></form></html>")]
    [InlineData("{\"ret\":[\"FAIL_SYS_USER_VALIDATE\",\"RGV587_ERROR::SM\"],\"data\":{}}")]
    [InlineData("{\"ret\":[\"FAIL_SYS_TOKEN_EXPIRED::expired\"],\"data\":{}}")]
    [InlineData("{\"ret\":[\"FAIL_SYS_TOKEN_EMPTY::empty\"]}")]
    public void A_wall_is_a_challenge(string document) => Assert.Equal(FaultKind.Challenge, Read(document).Fault!.Kind);

    [Theory]
    [InlineData("https://www.aliexpress.com/item/1.html/_____tmd_____/punish?x5secdata=q")]
    [InlineData("https://login.aliexpress.com/?return=x")]
    public async Task A_wall_is_recognised_by_its_address(string address)
    {
        var context = new ReplayContext(Result) { Address = address };
        context.Set["source"] = "pages";
        Assert.Equal(FaultKind.Challenge, (await Connector.ReadAsync(context, "1005000000000009", Market.Canada, default)).Fault!.Kind);
    }

    [Fact]
    public void Scripts_of_the_guard_on_a_good_page_are_no_wall()
    {
        var page = $"<html><script src=\"//x/nocaptcha.js\"></script><div class=\"baxia-dialog\"></div><script>window.runParams = {{ data: {Result} }};</script></html>";
        Assert.NotNull(Read(page).Value);
    }

    [Fact]
    public void A_script_literal_need_not_be_json()
    {
        var page = "<script>window.runParams = { /* c */ 'data' : // x\n { GLOBAL_DATA: undefined, PRODUCT_TITLE: {text: 'L\\'été \\u00e9\\x41 \"q\" </b>',}, } , n: -1.5e3, t: true };</script>";
        var fault = Read(page).Fault!;
        Assert.Equal((FaultKind.LayoutChanged, "data.GLOBAL_DATA.globalData.productId"), (fault.Kind, fault.Field));
    }

    [Theory]
    [InlineData("<script>window.runParams = { data: load() };</script>")]
    [InlineData("<script>window.runParams = { data: {a: 1</script>")]
    [InlineData("<script>window.runParams = { data: 'open")]
    [InlineData("<html>nothing</html>")]
    public void A_script_that_is_no_literal_is_not_understood(string page) =>
        Assert.Equal((FaultKind.LayoutChanged, "window.runParams"), (Read(page).Fault!.Kind, Read(page).Fault!.Field));

    [Fact]
    public void Endless_nesting_ends()
    {
        Assert.Equal(FaultKind.LayoutChanged, Read("<script>window.runParams = " + string.Concat(Enumerable.Repeat("{a:", 100_000))).Fault!.Kind);
        Assert.Equal(FaultKind.LayoutChanged, Read(new string('[', 100_000)).Fault!.Kind);
    }

    private static (string, decimal, int?, int?, string?) Ways(ShippingOption way) => (way.Code, way.Fee.Value, way.MinDays, way.MaxDays, way.Doubt);
}
