using Microsoft.AspNetCore.Http;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.ConnectorHosting.Accounts;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.ConnectorHosting;

/// <summary>Orders, quarantine, log: what is kept about calls and what follows from it.</summary>
public sealed class CallBooksTests
{
    private static readonly OrderRequest Order = new(
        "R-1", [new OrderRequest.Line("1", "1-1", 1)], new PostalAddress("{secret:secret} Zoë", "1 Rue", "Laval", "QC", "H1A 1A1", "CA", "5145550100"));

    [Fact]
    public async Task An_order_whose_answer_makes_the_connector_fail_is_unclear_not_failed()
    {
        await using HostingBench bench = await StartAsync("nonsense");

        Fault fault = (await PlaceAsync(bench)).Fault!;

        Assert.Equal((FaultKind.Unavailable, "outcome-unclear"), (fault.Kind, fault.Code));
        Assert.Single(bench.Supplier.Requests);
    }

    [Fact]
    public async Task An_order_is_placed_once_and_personal_data_is_no_template()
    {
        await using HostingBench bench = await StartAsync("900");

        Assert.Equal("900", Assert.Single((await PlaceAsync(bench)).Value!).OrderId);
        Assert.Equal("{secret:secret} Zoë", Assert.Single(bench.Supplier.Requests).Body);
    }

    [Fact]
    public async Task A_refused_token_does_not_repeat_an_order()
    {
        await using HostingBench bench = await StartAsync("401");
        bench.Supplier.Answer = (_, context) =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        };

        await PlaceAsync(bench);

        Assert.Single(bench.Supplier.Requests);
    }

    [Theory, EveryDatabase]
    public async Task Three_failures_hold_the_connector_back_for_this_tenant_until_it_is_released(Provider provider)
    {
        await using HostingBench bench = await HostingBench.StartAsync(provider);
        await bench.ConnectAsync();

        for (int failure = 0; failure < 3; failure++)
            Assert.Equal(FaultKind.ConnectorBug, (await bench.ReadAsync("throw")).Fault?.Kind);
        Fault held = (await bench.ReadAsync("time")).Fault!;
        ConnectorAccountView view = (await bench.Accounts(accounts => accounts.FindAsync("sample", default))).Value!;

        Assert.Equal("quarantined", held.Code);
        Assert.Contains("The connector throws.", view.QuarantineReason, StringComparison.Ordinal);
        await bench.Accounts(accounts => accounts.ReleaseAsync("sample", "tester", default));
        await bench.TellAsync("time");
    }

    [Fact]
    public async Task Failures_of_one_tenant_do_not_touch_another()
    {
        await using HostingBench bench = await HostingBench.StartAsync();
        await bench.ConnectAsync();
        for (int failure = 0; failure < 3; failure++)
            await bench.ReadAsync("throw");

        Answer<Offer> other = await bench.Get<ConnectorCalls>().InvokeAsync<Offer>(
            bench.Scope(tenant: "other") with { Capability = "IReadOffer.ReadAsync" }, ["time", Market.Canada], default);

        Assert.Null(other.Fault);
    }

    [Theory, EveryDatabase]
    public async Task Every_call_leaves_a_line_without_secrets(Provider provider)
    {
        await using HostingBench bench = await HostingBench.StartAsync(provider);
        await bench.ConnectAsync();
        bench.Supplier.Answer = (seen, context) => context.Response.WriteAsync(seen.Path.EndsWith("/2", StringComparison.Ordinal) ? "gone" : "a chair");

        await bench.ReadAsync("1");
        await bench.ReadAsync("2");
        await bench.Get<CallLog>().FlushAsync(default);

        IReadOnlyList<ConnectorCallView> calls = await bench.Accounts(accounts => accounts.RecentCallsAsync("sample", 10, default));
        Assert.Equal(["NotFound", "ok"], calls.Select(call => call.Outcome));
        Assert.Equal($"GET {bench.Supplier.Address}/products/1 200", calls[1].Detail);
        Assert.All(calls, call => Assert.Equal(1, call.Requests));
    }

    [Theory]
    [InlineData("https://www.sample.example/item/77", "sample/77"), InlineData("https://unknown.example/item/77", null), InlineData("", null)]
    public async Task An_address_leads_to_its_connector(string address, string? expected)
    {
        await using HostingBench bench = await HostingBench.StartAsync();

        RecognizedProduct? product = await bench.Connectors(connectors => connectors.RecognizeAddressAsync(address, default));

        Assert.Equal(expected, product is null ? null : $"{product.ConnectorId}/{product.ProductId}");
    }

    private static async Task<HostingBench> StartAsync(string body)
    {
        HostingBench bench = await HostingBench.StartAsync();
        await bench.ConnectAsync();
        bench.Supplier.Answer = (_, context) => context.Response.WriteAsync(body);
        return bench;
    }

    private static Task<Answer<IReadOnlyList<SupplierOrder>>> PlaceAsync(HostingBench bench) =>
        bench.Connectors(connectors => connectors.PlaceAsync("sample", Order, default));
}
