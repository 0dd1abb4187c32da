using System.Text.Json.Nodes;
using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressFreightTests
{
    private static readonly AliExpressConnector Connector = new();
    private static readonly OrderRequest.Line Line = new("1005008177221739", "12000044126059467", 2) { OrderKey = "14:29#Bear" };

    private static Task<Answer<IReadOnlyList<ShippingOption>>> Quote(string answer) =>
        Connector.QuoteAsync(new ReplayContext(answer), Line, "QC", Market.Canada, default);

    private static string Options(string options) => $$$$$$"""{"aliexpress_ds_freight_query_response":{"result":{"success":true,"code":200,"delivery_options":{"delivery_option_d_t_o":[{{{{{{options}}}}}}]}}}}""";

    [Fact]
    public async Task The_new_quote_has_the_values_of_its_readme()
    {
        var way = Assert.Single((await Quote(Capture.Read("ds_freight_query.success.fr-eur.json"))).Value!);
        Assert.Equal(("CAINIAO_FULFILLMENT_STD", "AliExpress Selection Standard", new Amount(1.99m, "EUR")), (way.Code, way.Carrier, way.Fee));
        Assert.Equal((6, 8, "CN", true), (way.MinDays, way.MaxDays, way.ShipsFrom, way.Tracked));
        Assert.NotNull(way.Doubt);
    }

    [Fact]
    public async Task The_refused_quote_is_a_fault_with_its_code()
    {
        var fault = (await Quote(Capture.Read("ds_freight_query.error-501.json"))).Fault!;
        Assert.Equal((FaultKind.BadInput, "501", "DELIVERY_INFO_EMPTY"), (fault.Kind, fault.Code, fault.Detail));
    }

    [Fact]
    public async Task The_older_quote_has_the_values_of_its_readme()
    {
        var way = Assert.Single((await Quote(Capture.Read("legacy_freight_calculate.success.json"))).Value!);
        Assert.Equal(("CAINIAO_FULFILLMENT_STD", new Amount(3.5m, "USD"), true, 75), (way.Code, way.Fee, way.Tracked, way.MaxDays));
    }

    [Fact]
    public async Task Freight_is_asked_by_the_numeric_variant()
    {
        var context = new ReplayContext(Options("""{"code":"A","free_shipping":"true"}"""));
        var ways = await Connector.QuoteAsync(context, Line, "QC", Market.Canada, default);
        var query = JsonNode.Parse(context.Sent[0]["queryDeliveryReq"])!;
        Assert.Equal(("1005008177221739", "12000044126059467", "2", "CA", "QC", "CAD"), ((string)query["productId"]!, (string)query["selectedSkuId"]!, (string)query["quantity"]!, (string)query["shipToCountry"]!, (string)query["provinceCode"]!, (string)query["currency"]!));
        Assert.Equal((new Amount(0m, "CAD"), null), (ways.Value![0].Fee, ways.Value[0].Doubt));
        var wrong = await Connector.QuoteAsync(context, Line with { VariantId = "14:29#Bear" }, null, Market.Canada, default);
        Assert.Equal(FaultKind.BadInput, wrong.Fault!.Kind);
        Assert.Single(context.Calls);
    }

    [Theory]
    [InlineData("""{"code":"A","shipping_fee_cent":1.99,"shipping_fee_currency":"CAD","free_shipping":true}""", "1.99", true)]
    [InlineData("""{"code":"A","shipping_fee_cent":"1.99","shipping_fee_currency":"CAD","mayHavePFS":true,"free_shipping_threshold":"C$15.00"}""", "1.99", false)]
    [InlineData("""{"code":"A","mayHavePFS":"true","free_shipping_threshold":"0,00€"}""", "0", true)]
    [InlineData("""{"code":"A","shipping_fee_cent":"0.00","shipping_fee_currency":"CAD","free_shipping":true}""", "0.00", false)]
    public async Task A_stated_fee_comes_before_a_promise(string option, string fee, bool isDoubtful)
    {
        var way = Assert.Single((await Quote(Options(option))).Value!);
        Assert.Equal((decimal.Parse(fee), isDoubtful), (way.Fee.Value, way.Doubt is not null));
    }

    [Theory]
    [InlineData("""{"code":"A","free_shipping":false}""", FaultKind.LayoutChanged)]
    [InlineData("""{"code":"A","shipping_fee_cent":"1.99"}""", FaultKind.LayoutChanged)]
    [InlineData("""{"free_shipping":true}""", FaultKind.LayoutChanged)]
    [InlineData("", FaultKind.NotAvailable)]
    public async Task An_option_without_its_fee_is_no_quote(string option, FaultKind kind) => Assert.Equal(kind, (await Quote(Options(option))).Fault!.Kind);

    [Theory]
    [InlineData("""{"result":{"success":"false","code":"505","msg":"DELIVERY_NOT_AVAILABLE_TO_YOUR_ADDRESS"}}""", FaultKind.NotAvailable)]
    [InlineData("""{"result":{"success":false,"code":599,"msg":"new"}}""", FaultKind.Unavailable)]
    [InlineData("""{"result":{"success":false,"error_desc":"old method failed"}}""", FaultKind.Unavailable)]
    [InlineData("""{"result":{"code":200}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"result":{"success":true,"options_v2":[]}}""", FaultKind.LayoutChanged)]
    [InlineData("""{"other":1}""", FaultKind.LayoutChanged)]
    [InlineData("""{"error_response":{"code":"ApiCallLimit"}}""", FaultKind.RateLimited)]
    public async Task Failures_inside_the_answer_are_faults(string answer, FaultKind kind) =>
        Assert.Equal(kind, (await Quote(answer.Replace("{\"result\"", "{\"aliexpress_ds_freight_query_response\":{\"result\"", StringComparison.Ordinal) + (answer.StartsWith("{\"result\"", StringComparison.Ordinal) ? "}" : ""))).Fault!.Kind);
}
