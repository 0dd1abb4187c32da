using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;
using Shop.Sandbox.Tests.Support;

namespace Shop.Sandbox.Tests.AliExpress;

public sealed partial class GatewayTests : IAsyncLifetime
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
    public async Task Consent_gives_a_code_that_works_once_and_tokens_that_open_the_api()
    {
        using var page = await sandbox.Http.GetAsync("/aliexpress/oauth/authorize?response_type=code&force_auth=true&client_id=sandbox-app&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fback&state=s1");
        Assert.Contains("Authorise", await page.Content.ReadAsStringAsync());
        using var back = await sandbox.Http.PostAsync("/aliexpress/oauth/authorize", Form(("redirect_uri", "http://127.0.0.1:1/back"), ("state", "s1"), ("account", "a@example.com"), ("decision", "allow")));
        var query = HttpUtility.ParseQueryString(back.Headers.Location!.Query);
        Assert.Equal("s1", query["state"]);
        var token = await api.SystemAsync("/auth/token/create", ("code", query["code"]!));
        Assert.Equal("0", (string)token["code"]!);
        Assert.Equal("InvalidCode", (string)(await api.SystemAsync("/auth/token/create", ("code", query["code"]!)))["code"]!);
        Assert.NotNull((await new AliExpressClient(sandbox, (string)token["access_token"]!).FirstFoundAsync("dog bed"))["itemId"]);
        var fresh = await api.SystemAsync("/auth/token/refresh", ("refresh_token", (string)token["refresh_token"]!));
        await sandbox.RestartAsync();
        Assert.NotNull((await new AliExpressClient(sandbox, (string)fresh["access_token"]!).FirstFoundAsync("dog bed"))["itemId"]);
        await sandbox.ControlAsync(HttpMethod.Post, "/clock/advance?days=31");
        var expired = await new AliExpressClient(sandbox, (string)fresh["access_token"]!).CallAsync("aliexpress.ds.text.search");
        Assert.Equal("IllegalAccessToken", (string)expired["error_response"]!["code"]!);
    }

    [Theory]
    [InlineData("app_key", "other", "InvalidAppkey")]
    [InlineData("timestamp", "1700000000000", "IllegalTimestamp")]
    [InlineData("sign", "00", "IncompleteSignature")]
    public async Task Caller_that_cannot_prove_itself_is_refused(string name, string value, string code)
    {
        var form = new Dictionary<string, string>
        {
            ["method"] = "aliexpress.ds.product.get",
            ["app_key"] = "sandbox-app",
            ["sign_method"] = "sha256",
            ["session"] = "sandbox-session",
            ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(),
            ["sign"] = "00",
        };
        form[name] = value;
        using var answer = await sandbox.Http.PostAsync("/aliexpress/sync", new FormUrlEncodedContent(form));
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(code, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error_response"]!["code"]!);
    }

    [Fact]
    public async Task Every_failure_layer_has_its_own_form()
    {
        Assert.Equal("IllegalAccessToken", (string)(await new AliExpressClient(sandbox, "wrong").CallAsync("aliexpress.ds.text.search"))["error_response"]!["code"]!);
        var missing = await api.ProductAsync("1005000000000001");
        Assert.Equal(605, (int)missing["rsp_code"]!);
        Assert.Null(missing["result"]);
        await sandbox.FaultAsync("aliexpress", "*", "rateLimit");
        Assert.Equal("ApiCallLimit", (string)(await api.CallAsync("aliexpress.ds.text.search"))["error_response"]!["code"]!);
    }

    [Fact]
    public async Task Simplify_takes_the_type_names_out_of_lists()
    {
        var answer = await api.CallAsync("aliexpress.ds.text.search", ("keyWord", "dog bed"), ("local", "en_US"), ("countryCode", "CA"), ("currency", "CAD"), ("simplify", "true"));
        Assert.IsType<JsonArray>(answer["aliexpress_ds_text_search_response"]!["data"]!["products"]);
    }

    [Fact]
    public async Task Page_and_api_tell_the_same_price_and_a_wall_is_not_a_product()
    {
        var id = (string)(await api.FirstFoundAsync("dog bed"))["itemId"]!;
        sandbox.Http.DefaultRequestHeaders.Add("Cookie", "aep_usuc_f=site=glo&c_tp=CAD&region=CA&b_locale=en_US");
        var page = await sandbox.Http.GetStringAsync($"/aliexpress-www/item/{id}.html");
        var data = JsonNode.Parse(RunParams().Match(page).Groups[1].Value)!;
        var sku = (await api.ProductAsync(id))["result"]!["ae_item_sku_info_dtos"]!["ae_item_sku_info_d_t_o"]![0]!;
        var shown = data["priceComponent"]!["skuPriceList"]!.AsArray().Single(s => (string)s!["skuIdStr"]! == (string)sku["sku_id"]!)!;
        Assert.Equal(decimal.Parse((string)sku["offer_sale_price"]!), (decimal)shown["skuVal"]!["skuActivityAmount"]!["value"]!);
        await sandbox.FaultAsync("aliexpress", "item", "captcha");
        Assert.Contains("x5secdata", await sandbox.Http.GetStringAsync($"/aliexpress-www/item/{id}.html"));
        await sandbox.FaultAsync("aliexpress", "item", "layoutChange");
        Assert.DoesNotContain("productInfoComponent", await sandbox.Http.GetStringAsync($"/aliexpress-www/item/{id}.html"));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [GeneratedRegex(@"window\.runParams = \{\s*data: (\{.*\})\s*\};")]
    private static partial Regex RunParams();
}
