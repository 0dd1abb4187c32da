using System.Net;
using Microsoft.AspNetCore.Http;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;

namespace Shop.Platform.Tests.ConnectorHosting;

public sealed class BrokerTests : IAsyncLifetime
{
    private HostingBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await HostingBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_request_carries_secrets_market_and_the_products_name()
    {
        CallScope scope = _bench.Scope(new Dictionary<string, string> { ["token"] = "T-0123456789" });
        HttpCall call = new("api", "/p")
        {
            Query = new Dictionary<string, string> { ["q"] = "{secret:token}", ["words"] = HttpCall.Literal("{secret:token}") },
            Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer {secret:token}" },
        };

        Assert.Null((await Send(scope, call)).Fault);

        FakeSupplier.Seen seen = Assert.Single(_bench.Supplier.Requests);
        Assert.Equal("?q=T-0123456789&words=%7Bsecret%3Atoken%7D", seen.Query);
        Assert.Equal("Bearer T-0123456789", seen.Headers["Authorization"]);
        Assert.Equal("ShopConnector/0.1.0 (+https://shop.example/contact)", seen.Headers["User-Agent"]);
        Assert.StartsWith("en-CA", seen.Headers["Accept-Language"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_posted_encoded()
    {
        await Send(_bench.Scope(), new HttpCall("api", "/f") { Form = new Dictionary<string, string> { ["a"] = "1&2", ["b"] = "é" } });

        FakeSupplier.Seen seen = Assert.Single(_bench.Supplier.Requests);
        Assert.Equal(("POST", "a=1%262&b=%C3%A9"), (seen.Method, seen.Body));
    }

    [Theory]
    [InlineData("nowhere", "/"), InlineData("api", "//evil.example/"), InlineData("api", "/../x")]
    public async Task What_the_manifest_does_not_name_is_refused(string endpoint, string path)
    {
        Assert.Equal(FaultKind.ConnectorBug, (await Send(_bench.Scope(), new HttpCall(endpoint, path))).Fault?.Kind);
        Assert.Empty(_bench.Supplier.Requests);
    }

    [Theory]
    [InlineData("Host"), InlineData("cookie"), InlineData("User-Agent"), InlineData("Content-Length"), InlineData("X-Forwarded-For")]
    public async Task The_brokers_headers_are_refused(string name)
    {
        HttpCall call = new("api", "/") { Headers = new Dictionary<string, string> { [name] = "x" } };

        Assert.Equal(FaultKind.ConnectorBug, (await Send(_bench.Scope(), call)).Fault?.Kind);
        Assert.Empty(_bench.Supplier.Requests);
    }

    [Fact]
    public async Task A_secret_with_a_line_break_cannot_add_a_header()
    {
        CallScope scope = _bench.Scope(new Dictionary<string, string> { ["s"] = "x\r\nHost: evil.example" });

        Assert.NotNull((await Send(scope, new HttpCall("api", "/") { Headers = new Dictionary<string, string> { ["X-S"] = "{secret:s}" } })).Fault);
    }

    [Fact]
    public async Task A_missing_secret_is_a_matter_for_the_merchant() =>
        Assert.Equal(FaultKind.Unauthorised, (await Send(_bench.Scope(), new HttpCall("api", "/{secret}") { Body = "{secret:none}" })).Fault?.Kind);

    [Theory]
    [InlineData("https://evil.example/"), InlineData("http://127.0.0.1:1/"), InlineData("//169.254.169.254/latest"), InlineData("file:///etc/passwd")]
    public async Task A_redirect_out_of_the_allow_list_is_not_followed(string target)
    {
        _bench.Supplier.Answer = Redirect(target);

        Answer<HttpAnswer> answer = await Send(_bench.Scope(), new HttpCall("api", "/"));

        Assert.Equal("redirect-refused", answer.Fault?.Code);
        Assert.Single(_bench.Supplier.Requests);
    }

    [Fact]
    public async Task A_redirect_within_the_allow_list_is_followed_and_named()
    {
        _bench.Supplier.Answer = (seen, context) => seen.Path == "/" ? Redirect("/login?x=1")(seen, context) : context.Response.WriteAsync("wall");

        Answer<HttpAnswer> answer = await Send(_bench.Scope(), new HttpCall("api", "/"));

        Assert.Equal(("wall", $"{_bench.Supplier.Address}/login?x=1"), (answer.Value!.Body, answer.Value.Address));
    }

    [Fact]
    public async Task A_redirect_loop_ends()
    {
        _bench.Supplier.Answer = Redirect("/again");

        Assert.Equal("redirect-refused", (await Send(_bench.Scope(), new HttpCall("api", "/"))).Fault?.Code);
        Assert.Equal(6, _bench.Supplier.Requests.Count);
    }

    [Fact]
    public async Task An_unrepeatable_call_is_sent_once_even_when_the_connection_breaks()
    {
        _bench.Supplier.Answer = Break;
        CallScope scope = _bench.Scope();

        Answer<HttpAnswer> answer = await Send(scope, new HttpCall("api", "/orders") { Body = "{}", Unrepeatable = true });

        Assert.Equal(FaultKind.Unavailable, answer.Fault?.Kind);
        Assert.Single(_bench.Supplier.Requests);
        Assert.True(scope.Trace.UnrepeatableSent);
    }

    [Fact]
    public async Task A_repeatable_call_is_sent_three_times_at_most()
    {
        _bench.Supplier.Answer = Break;

        Assert.Equal(FaultKind.Unavailable, (await Send(_bench.Scope(), new HttpCall("api", "/"))).Fault?.Kind);
        Assert.Equal(3, _bench.Supplier.Requests.Count);
    }

    [Fact]
    public async Task An_answer_beyond_ten_megabytes_is_cut_off()
    {
        _bench.Supplier.Answer = async (_, context) =>
        {
            byte[] block = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 11; megabyte++)
                await context.Response.Body.WriteAsync(block);
        };

        Assert.Equal("too-large", (await Send(_bench.Scope(), new HttpCall("api", "/"))).Fault?.Code);
    }

    [Fact]
    public async Task Too_many_requests_silences_the_endpoint_for_as_long_as_asked()
    {
        _bench.Supplier.Answer = (_, context) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        };

        Fault first = (await Send(_bench.Scope(), new HttpCall("api", "/"))).Fault!;
        Fault second = (await Send(_bench.Scope(), new HttpCall("api", "/"))).Fault!;

        Assert.Equal((FaultKind.RateLimited, TimeSpan.FromSeconds(120)), (first.Kind, first.RetryAfter));
        Assert.Equal((FaultKind.RateLimited, "back-off"), (second.Kind, second.Code));
        Assert.Single(_bench.Supplier.Requests);
        Assert.Null((await Send(_bench.Scope(tenant: "t2"), new HttpCall("api", "/"))).Fault is { Code: "back-off" } ? "silenced" : null);
    }

    [Fact]
    public async Task Kept_secrets_are_stored_and_never_seen()
    {
        _bench.Supplier.Answer = (_, context) => context.Response.WriteAsync("""{"access_token":"T-9876543210","echo":"T-9876543210"}""");
        HostingBench.MemorySecrets secrets = new(new Dictionary<string, string>());
        CallScope scope = _bench.Scope() with { Secrets = secrets };

        Answer<HttpAnswer> answer = await Send(scope, new HttpCall("api", "/token") { KeepSecrets = new Dictionary<string, string> { ["access_token"] = "access" } });

        Assert.Equal("""{"access_token":"{secret:access}","echo":"{secret:access}"}""", answer.Value!.Body);
        Assert.Equal("T-9876543210", secrets.Values["access"]);
    }

    [Fact]
    public async Task An_answer_that_repeats_a_secret_is_scrubbed()
    {
        _bench.Supplier.Answer = (seen, context) => context.Response.WriteAsync(seen.Query);

        Answer<HttpAnswer> answer = await Send(
            _bench.Scope(new Dictionary<string, string> { ["k"] = "K-0123456789" }), new HttpCall("api", "/") { Query = new Dictionary<string, string> { ["k"] = "{secret:k}" } });

        Assert.DoesNotContain("K-0123456789", answer.Value!.Body + answer.Value.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_nobody_overrode_may_not_resolve_to_a_private_address()
    {
        GuardedConnection guard = new((_, _) => Task.FromResult(new[] { IPAddress.Parse("8.8.8.8"), IPAddress.Loopback }));
        using HttpMessageInvoker client = new(guard.CreateHandler());
        using HttpRequestMessage request = new(HttpMethod.Get, "http://rebinding.example/");

        HttpRequestException problem = await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request, default));

        Assert.IsType<RefusedAddressException>(problem.InnerException);
    }

    [Fact]
    public async Task A_signature_is_made_without_showing_the_key()
    {
        CallScope scope = _bench.Scope(new Dictionary<string, string> { ["key"] = "key", ["word"] = "fox" });

        Answer<string> answer = await _bench.Get<LiveBroker>().SignAsync(scope, "key", "HMAC-MD5", "The quick brown {secret:word} jumps over the lazy dog", default);

        Assert.Equal("80070713463E7749B90C2DC24911E275", answer.Value);
    }

    private Task<Answer<HttpAnswer>> Send(CallScope scope, HttpCall call) => _bench.Get<LiveBroker>().SendAsync(scope, call, default);

    private static Func<FakeSupplier.Seen, HttpContext, Task> Redirect(string target) => (_, context) =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = target;
        return Task.CompletedTask;
    };

    private static Task Break(FakeSupplier.Seen seen, HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
