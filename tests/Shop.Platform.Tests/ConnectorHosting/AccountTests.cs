using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.ConnectorHosting.Accounts;
using Shop.Platform.ConnectorHosting.Workers;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.ConnectorHosting;

public sealed class AccountTests
{
    private static readonly Dictionary<string, string> Entered = new() { ["key"] = "7", ["secret"] = HostingBench.SecretCanary };

    [Theory, EveryDatabase]
    public async Task A_merchant_connects_an_account_from_settings_to_first_call(Provider provider)
    {
        await using HostingBench bench = await HostingBench.StartAsync(provider);
        bench.Supplier.Answer = (seen, context) => context.Response.WriteAsync(
            seen.Path == "/token" ? """{"access_token":"token-two-0123456789","name":"Store 7","seconds":7200}""" : "a chair");
        string terms = (await bench.Accounts(accounts => accounts.FindAsync("sample", default))).Value!.Manifest.LegalBasis.Version;

        Assert.Null((await bench.Accounts(accounts => accounts.SaveSettingsAsync("sample", Entered, "tester", default))).Problem);
        Assert.Null((await bench.Accounts(accounts => accounts.AcceptTermsAsync("sample", terms, "tester", default))).Problem);
        Uri page = (await bench.Accounts(accounts => accounts.BeginConnectAsync("sample", new Uri("http://admin.localhost:5080"), default))).Value!;
        string state = System.Web.HttpUtility.ParseQueryString(page.Query)["state"]!;
        Outcome<Done> connected = await bench.Accounts(accounts => accounts.CompleteConnectAsync("sample", "code-1", state, "tester", default));

        Assert.StartsWith("https://www.sample.example/authorize?client=7&redirect=http%3A%2F%2Fadmin.localhost%3A5080%2Fapi%2Fadmin%2Fconnectors%2Fsample%2Fcallback&state=", page.AbsoluteUri, StringComparison.Ordinal);
        Assert.Null(connected.Problem);
        ConnectorAccountView view = (await bench.Accounts(accounts => accounts.FindAsync("sample", default))).Value!;
        Assert.Equal((AccountState.Connected, "Store 7"), (view.State, view.Name));
        Assert.Equal(["access", "secret"], view.SecretsKept.Order());
        Assert.Equal("a chair", (await bench.ReadAsync("42")).Value?.Title);
        Assert.Equal("?token=token-two-0123456789", bench.Supplier.Requests.Last().Query);
        Assert.Equal(["sample"], await bench.Connectors(connectors => connectors.ConnectedAsync(default)));
    }

    [Fact]
    public async Task A_state_works_once_and_only_the_right_one()
    {
        await using HostingBench bench = await HostingBench.StartAsync();
        bench.Supplier.Answer = (_, context) => context.Response.WriteAsync("""{"access_token":"token-two-0123456789","name":"Store 7","seconds":7200}""");
        await bench.ConnectAsync();
        Uri page = (await bench.Accounts(accounts => accounts.BeginConnectAsync("sample", new Uri("http://admin.localhost:5080"), default))).Value!;
        string state = System.Web.HttpUtility.ParseQueryString(page.Query)["state"]!;

        Assert.Equal("connector.state", (await Complete("another")).Problem?.Code);
        Assert.Null((await Complete(state)).Problem);
        Assert.Equal("connector.state", (await Complete(state)).Problem?.Code);

        Task<Outcome<Done>> Complete(string with) => bench.Accounts(accounts => accounts.CompleteConnectAsync("sample", "code", with, "tester", default));
    }

    [Fact]
    public async Task Nothing_runs_before_the_terms_are_accepted_and_the_account_is_connected()
    {
        await using HostingBench bench = await HostingBench.StartAsync();

        Assert.Equal("terms-not-accepted", (await bench.ReadAsync("42")).Fault?.Code);
        await bench.Accounts(accounts => accounts.SaveSettingsAsync("sample", Entered, "tester", default));
        Assert.Equal("terms-not-accepted", (await bench.ReadAsync("42")).Fault?.Code);
        Assert.Equal("connector.terms-changed", (await bench.Accounts(accounts => accounts.AcceptTermsAsync("sample", "old", "tester", default))).Problem?.Code);
        string terms = (await bench.Accounts(accounts => accounts.FindAsync("sample", default))).Value!.Manifest.LegalBasis.Version;
        await bench.Accounts(accounts => accounts.AcceptTermsAsync("sample", terms, "tester", default));
        Assert.Equal("not-connected", (await bench.ReadAsync("42")).Fault?.Code);
        Assert.Empty(bench.Supplier.Requests);
        Assert.Empty(bench.Get<WorkerPool>().Health());
    }

    [Theory, EveryDatabase]
    public async Task Secrets_lie_encrypted_and_open_for_their_own_tenant_only(Provider provider)
    {
        await using HostingBench bench = await HostingBench.StartAsync(provider);
        await bench.ConnectAsync();

        List<ConnectorSecret> rows = await bench.Host.InTenantAsync(services => services.GetRequiredService<ShopDb>().Set<ConnectorSecret>().ToListAsync());
        TenantId other = new(Guid.Parse("22222222-2222-2222-2222-222222222222"));
        ConnectorSecret moved = rows[0];
        await bench.Host.InTenantAsync(
            async services =>
            {
                ShopDb db = services.GetRequiredService<ShopDb>();
                db.Add(new ConnectorSecret { Id = moved.Id, AccountId = moved.AccountId, Name = moved.Name, Protected = moved.Protected, ChangedAt = moved.ChangedAt });
                await db.SaveChangesAsync();
            },
            other);

        Assert.All(rows, row => Assert.DoesNotContain("0123456789", row.Protected, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(HostingBench.SecretCanary, row.Protected, StringComparison.Ordinal));
        await Assert.ThrowsAsync<System.Security.Cryptography.CryptographicException>(() => bench.Get<SecretVault>().ReadAsync(other, moved.AccountId, default));
    }

    [Fact]
    public async Task A_grant_is_renewed_before_it_ends_and_only_once_for_many_calls()
    {
        await using HostingBench bench = await HostingBench.StartAsync();
        await bench.ConnectAsync(TimeProvider.System.GetUtcNow().AddMinutes(10));
        bench.Supplier.Answer = (seen, context) => context.Response.WriteAsync(
            seen.Path == "/refresh" ? """{"access_token":"token-two-0123456789","name":"Store 7","seconds":7200}""" : "a chair");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(product => bench.ReadAsync($"p{product}")));

        Assert.Single(bench.Supplier.Requests, request => request.Path == "/refresh");
        Assert.All(bench.Supplier.Requests.Where(request => request.Path != "/refresh"), request => Assert.Equal("?token=token-two-0123456789", request.Query));
    }

    [Fact]
    public async Task A_refused_token_is_renewed_and_the_call_repeated_once()
    {
        await using HostingBench bench = await HostingBench.StartAsync();
        await bench.ConnectAsync();
        bench.Supplier.Answer = (seen, context) =>
        {
            if (seen.Path == "/refresh")
                return context.Response.WriteAsync("""{"access_token":"token-two-0123456789","name":"Store 7","seconds":7200}""");
            context.Response.StatusCode = seen.Query.Contains("token-two", StringComparison.Ordinal) ? 200 : 401;
            return context.Response.WriteAsync("a chair");
        };

        Assert.Equal("a chair", (await bench.ReadAsync("42")).Value?.Title);
        Assert.Equal(3, bench.Supplier.Requests.Count);
    }

    [Fact]
    public async Task An_account_that_cannot_be_renewed_needs_attention()
    {
        await using HostingBench bench = await HostingBench.StartAsync();
        await bench.ConnectAsync();
        bench.Supplier.Answer = (_, context) =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync("{}");
        };

        Assert.Equal(FaultKind.Unauthorised, (await bench.ReadAsync("42")).Fault?.Kind);
        Assert.Equal(AccountState.NeedsAttention, (await bench.Accounts(accounts => accounts.FindAsync("sample", default))).Value!.State);
        Assert.Equal("not-connected", (await bench.ReadAsync("42")).Fault?.Code);
    }

    [Fact]
    public async Task Disconnecting_forgets_every_secret()
    {
        await using HostingBench bench = await HostingBench.StartAsync();
        await bench.ConnectAsync();

        Assert.Null((await bench.Accounts(accounts => accounts.DisconnectAsync("sample", "tester", default))).Problem);

        ConnectorAccountView view = (await bench.Accounts(accounts => accounts.FindAsync("sample", default))).Value!;
        Assert.Equal((AccountState.Disconnected, 0), (view.State, view.SecretsKept.Count));
    }
}
