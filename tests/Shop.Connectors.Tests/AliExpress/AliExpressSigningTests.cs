using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressSigningTests
{
    private static readonly AliExpressConnector Connector = new();

    [Fact]
    public async Task Business_call_is_signed_over_its_sorted_parameters()
    {
        var context = new ReplayContext();
        var text = AliExpressSigning.Text("", new Dictionary<string, string>
        {
            ["timestamp"] = "1700000000000",
            ["app_key"] = "12345678",
            ["method"] = "aliexpress.ds.product.get",
            ["product_id"] = "1005008177221739",
            ["session"] = "{secret:access_token}",
            ["ship_to_country"] = "CA",
            ["sign_method"] = "sha256",
            ["target_currency"] = "CAD",
            ["target_language"] = "EN",
            ["empty"] = "",
            ["sign"] = "not part of it",
        });
        var sign = await context.SignAsync("app_secret", "HMAC-SHA256", text, default);
        Assert.Equal("CD9E31276B2983E23331DC1133E7F0F2570DF7A19CC83AD193F6D602700E7D92", sign.Value);
    }

    [Fact]
    public async Task System_call_is_signed_with_its_path_in_front()
    {
        var context = new ReplayContext("""{"access_token":"a-new-token","refresh_token":"a-new-refresh","code":"0"}""");
        await Connector.ConnectAsync(context, "3_500102_abc", default);
        var call = Assert.Single(context.Calls);
        Assert.Equal("/rest/auth/token/create", call.Path);
        Assert.Equal("POST", call.Method);
        Assert.Equal("EF0E30B2B6002D52E65A95D42803B98A1CD5BFB6DEC3FCF5F1EC62F0903AE10D", call.Form!["sign"]);
        Assert.DoesNotContain("uuid", call.Form.Keys);
    }

    [Fact]
    public async Task Access_token_is_signed_and_sent_as_a_template_only()
    {
        var context = new ReplayContext("""{"error_response":{"code":"IllegalAccessToken"}}""");
        await Connector.ReadAsync(context, "1005008177221739", Market.Canada, default);
        Assert.Equal("{secret:access_token}", context.Calls[0].Form!["session"]);
        Assert.Equal("tok", context.Sent[0]["session"]);
        Assert.Contains("sessiontok", context.SignedTexts[0], StringComparison.Ordinal);
        Assert.Equal("/sync", context.Calls[0].Path);
        Assert.Equal("1700000000000", context.Sent[0]["timestamp"]);
    }

    [Fact]
    public async Task Outside_text_that_looks_like_a_template_stays_text()
    {
        const string Attack = "{secret:access_token} {{secret:app_secret}";
        var context = new ReplayContext("""{"error_response":{"code":"ServiceUnavailable"}}""");
        await Connector.SearchAsync(context, Attack, 1, Market.Canada, default);
        Assert.Equal(Attack, context.Sent[0]["keyWord"]);
        Assert.Contains($"keyWord{Attack}", context.SignedTexts[0], StringComparison.Ordinal);

        var order = Orders.Request("r-1") with { ShipTo = Orders.Address with { Line1 = "1 {secret:access_token} Street" } };
        await Connector.PlaceAsync(context, order, default);
        Assert.Contains("{secret:access_token}", context.Sent[1]["param_place_order_request4_open_api_d_t_o"], StringComparison.Ordinal);

        var page = Connector.AuthorizeAddress(context, "https://shop.test/back?{secret:app_secret}", "{secret:app_secret}");
        Assert.Equal("{{secret:app_secret}", page.Value!.Query["state"]);
        Assert.Equal("https://shop.test/back?{{secret:app_secret}", page.Value.Query["redirect_uri"]);
    }
}
