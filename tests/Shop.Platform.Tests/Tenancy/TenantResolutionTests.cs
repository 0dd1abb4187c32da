using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Tests.Identity;

namespace Shop.Platform.Tests.Tenancy;

public sealed class TenantResolutionTests
{
    private static readonly (string, string) Html = ("Accept", "text/html");

    [Theory, EveryDatabase]
    public async Task Each_host_serves_its_own_site(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        await site.OpenStoreAsync("maple");
        await site.OpenStoreAsync("birch");
        var browser = site.NewBrowser();

        Assert.Equal("store maple", (await browser.GetAsync("maple.localhost", "/where")).Text);
        Assert.Equal("store birch", (await browser.GetAsync("Birch.LOCALHOST.:81", "/where")).Text);
        Assert.Equal("platform ", (await browser.GetAsync("localhost", "/where")).Text);
        Assert.Equal("admin ", (await browser.GetAsync("admin.localhost", "/where")).Text);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("admin.localhost")]
    [InlineData("elsewhere.example")]
    public async Task A_store_endpoint_is_not_there_on_other_hosts(string host)
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("maple.localhost", "/only-store")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(host, "/only-store")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync("maple.localhost", HttpMethod.Post, "/api/signup", new { })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync("maple.localhost", HttpMethod.Post, "/api/admin/session", new { })).Status);
    }

    [Fact]
    public async Task An_unknown_store_is_a_page_with_words()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        var browser = site.NewBrowser();

        var page = await browser.GetAsync("nobody.localhost", "/where", Html);
        var api = await browser.GetAsync("nobody.localhost", "/where");

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.Status, page.Type));
        Assert.Contains("There is no store at this address", page.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (api.Status, api.Type));
    }

    [Fact]
    public async Task Forwarded_hosts_choose_nothing_and_appear_in_no_link()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        await site.OpenStoreAsync("maple");
        await site.OpenStoreAsync("birch");
        var browser = site.NewBrowser();
        (string, string)[] tricks = [("X-Forwarded-Host", "birch.localhost"), ("X-Host", "birch.localhost"), ("Forwarded", "host=birch.localhost"), ("X-Original-Host", "birch.localhost")];

        Assert.All(tricks, trick => Assert.Equal("store maple", browser.GetAsync("maple.localhost", "/where", trick).GetAwaiter().GetResult().Text));
        var answer = await browser.GetAsync("localhost", "/api/signup/address?name=evil", ("X-Forwarded-Host", "evil.example"));
        Assert.DoesNotContain("evil.example", answer.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_suspended_store_is_closed_and_opens_again(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        var store = await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("maple.localhost", "/where")).Status);

        await ChangeAsync(site, store.Tenant, TenantStatus.Suspended);
        var closed = await browser.GetAsync("maple.localhost", "/where", Html);
        await ChangeAsync(site, store.Tenant, TenantStatus.Active);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, closed.Status);
        Assert.Contains("closed for the moment", closed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("maple.localhost", "/where")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("10.1.2.3", "/health")).Status);
    }

    [Fact]
    public async Task A_store_that_is_leaving_does_not_come_back()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        var store = await site.OpenStoreAsync("maple");

        await ChangeAsync(site, store.Tenant, TenantStatus.Leaving);
        await using var scope = site.Services.CreateTenantScope(store.Tenant);
        var outcome = await scope.ServiceProvider.GetRequiredService<ChangeTenantStatus>().RunAsync(TenantStatus.Active, "operator", "test", CancellationToken.None);

        Assert.Equal("tenant.status", outcome.Problem?.Code);
        Assert.Equal(HttpStatusCode.NotFound, (await site.NewBrowser().GetAsync("maple.localhost", "/where")).Status);
    }

    private static async Task ChangeAsync(SiteHost site, TenantId tenant, TenantStatus status)
    {
        await using var scope = site.Services.CreateTenantScope(tenant);
        var outcome = await scope.ServiceProvider.GetRequiredService<ChangeTenantStatus>().RunAsync(status, "operator", "test", CancellationToken.None);
        Assert.Null(outcome.Problem);
    }
}
