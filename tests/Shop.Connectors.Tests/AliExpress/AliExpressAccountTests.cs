using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressAccountTests
{
    private const string Tokens = """
        {"access_token":"canary-access","refresh_token":"canary-refresh","expires_in":"2592000","refresh_expires_in":15552000,
         "expire_time":1702592000000,"refresh_token_valid_time":"1715552000000","user_id":"600001","user_nick":"ca600001",
         "account":"somebody@example.com","account_platform":"buyerApp","code":"0","request_id":"x"}
        """;

    private static readonly AliExpressConnector Connector = new();

    [Fact]
    public void Merchant_grants_access_on_the_authorise_page()
    {
        var call = Connector.AuthorizeAddress(new ReplayContext(), "https://shop.test/back", "state 1").Value!;
        Assert.Equal(("api", "/oauth/authorize", "GET"), (call.Endpoint, call.Path, call.Method));
        Assert.Equal("code", call.Query["response_type"]);
        Assert.Equal("true", call.Query["force_auth"]);
        Assert.Equal("12345678", call.Query["client_id"]);
        Assert.Equal("https://shop.test/back", call.Query["redirect_uri"]);
        Assert.Equal("state 1", call.Query["state"]);
    }

    [Fact]
    public void Without_an_app_key_there_is_no_authorise_page()
    {
        var context = new ReplayContext();
        context.Set.Clear();
        Assert.Equal(FaultKind.Unauthorised, Connector.AuthorizeAddress(context, "https://shop.test/back", "s").Fault!.Kind);
    }

    [Fact]
    public async Task Tokens_go_to_the_broker_and_the_e_mail_nowhere()
    {
        var context = new ReplayContext(Tokens);
        var account = (await Connector.ConnectAsync(context, "3_500102_abc", default)).Value!;
        Assert.Equal("ca600001", account.Name);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1702592000000), account.AccessUntil);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1715552000000), account.RefreshUntil);
        Assert.Equal("canary-access", context.Secrets["access_token"]);
        Assert.Equal("canary-refresh", context.Secrets["refresh_token"]);
        Assert.DoesNotContain("@", account.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_sends_the_kept_token_and_reads_lives_from_seconds()
    {
        var context = new ReplayContext("""{"access_token":"n1-access","refresh_token":"n1-refresh","expires_in":60,"user_nick":"a@b.example","user_id":7,"code":"0"}""");
        var account = (await Connector.RefreshAsync(context, default)).Value!;
        Assert.Equal("/rest/auth/token/refresh", context.Calls[0].Path);
        Assert.Equal("refresh-canary-1", context.Sent[0]["refresh_token"]);
        Assert.StartsWith("/auth/token/refreshapp_key12345678refresh_tokenrefresh-canary-1", context.SignedTexts[0], StringComparison.Ordinal);
        Assert.Equal("AliExpress account 7", account.Name);
        Assert.Equal(context.Clock.Now.AddSeconds(60), account.AccessUntil);
        Assert.Null(account.RefreshUntil);
    }

    [Theory]
    [InlineData("""{"code":"InvalidCode","type":"ISV","message":"Invalid authorization code","request_id":"1"}""", FaultKind.Unauthorised)]
    [InlineData("""{"code":"IllegalRefreshToken","type":"ISV","message":"no","request_id":"1"}""", FaultKind.Unauthorised)]
    [InlineData("""{"code":"IncompleteSignature","type":"ISV","message":"no","request_id":"1"}""", FaultKind.Unauthorised)]
    [InlineData("""{"code":"AUTH_TYPE_UNSUPPORTED","type":"ISV","message":"no","request_id":"1"}""", FaultKind.Unauthorised)]
    [InlineData("""{"code":"ServiceUnavailable","type":"ISP","message":"later","request_id":"1"}""", FaultKind.Unavailable)]
    [InlineData("""{"code":"0","refresh_token":"x","request_id":"1"}""", FaultKind.LayoutChanged)]
    public async Task Refusals_of_the_token_calls_are_faults(string answer, FaultKind kind)
    {
        Assert.Equal(kind, (await Connector.RefreshAsync(new ReplayContext(answer), default)).Fault!.Kind);
        Assert.Equal(kind, (await Connector.ConnectAsync(new ReplayContext(answer), "code", default)).Fault!.Kind);
    }

    [Fact]
    public async Task Check_reads_and_changes_nothing()
    {
        var context = new ReplayContext("""{"aliexpress_ds_text_search_response":{"code":"00","data":{"totalCount":0}}}""");
        Assert.True((await Connector.CheckAsync(context, default)).Value);
        Assert.Equal("aliexpress.ds.text.search", context.Sent[0]["method"]);
        Assert.False(context.Calls[0].Unrepeatable);
        var refused = new ReplayContext("""{"error_response":{"code":"IllegalAccessToken","msg":"expired"}}""");
        Assert.Equal(FaultKind.Unauthorised, (await Connector.CheckAsync(refused, default)).Fault!.Kind);
    }
}
