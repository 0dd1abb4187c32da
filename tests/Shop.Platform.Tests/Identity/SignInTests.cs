using System.Net;
using Shop.Platform.Identity;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Identity;

public sealed class SignInTests
{
    private const string Admin = "admin.localhost";

    [Theory, EveryDatabase]
    public async Task The_session_is_bound_to_the_admin_host(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        var store = await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();

        var answer = await browser.SignInAsync("Owner@Maple.Example ", Merchants.Password);

        var cookie = Assert.Single(answer.SetCookies).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
        Assert.Equal($"admin {store.Tenant}", (await browser.GetAsync(Admin, "/where")).Text);
        await browser.SendAsync(Admin, HttpMethod.Delete, "/api/admin/session");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(Admin, "/api/admin/session")).Status);
    }

    [Theory, EveryDatabase]
    public async Task Unknown_account_wrong_password_and_closed_account_are_answered_alike(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();

        var unknown = await browser.SignInAsync("nobody@maple.example", Merchants.Password);
        var wrong = await browser.SignInAsync("owner@maple.example", "not the password");
        for (var n = 0; n < SignInStaff.Tries; n++)
            await browser.SignInAsync("owner@maple.example", "not the password");
        var closed = await browser.SignInAsync("owner@maple.example", Merchants.Password);

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal((wrong.Status, wrong.Text), (unknown.Status, unknown.Text));
        Assert.Equal((wrong.Status, wrong.Text), (closed.Status, closed.Text));
        Assert.Empty(closed.SetCookies);
    }

    [Theory, EveryDatabase]
    public async Task Ten_wrong_tries_close_an_account_for_fifteen_minutes(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();

        await Task.WhenAll(Enumerable.Range(0, SignInStaff.Tries).Select(_ => site.NewBrowser().SignInAsync("owner@maple.example", "wrong")));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync("owner@maple.example", Merchants.Password)).Status);
        site.Time.Advance(TimeSpan.FromMinutes(14.9));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync("owner@maple.example", Merchants.Password)).Status);
        site.Time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.SignInAsync("owner@maple.example", Merchants.Password)).Status);
    }

    [Fact]
    public async Task Nine_wrong_tries_do_not()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();

        for (var round = 0; round < 2; round++)
        {
            for (var n = 1; n < SignInStaff.Tries; n++)
                await browser.SignInAsync("owner@maple.example", "wrong");
            Assert.Equal(HttpStatusCode.NoContent, (await browser.SignInAsync("owner@maple.example", Merchants.Password)).Status);
        }
    }

    [Fact]
    public async Task Losing_the_membership_ends_the_session_at_the_next_request()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        var store = await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();
        await browser.SignInAsync("owner@maple.example", Merchants.Password);

        await site.ChangeRoleAsync(store.Tenant, null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(Admin, "/api/may/orders.read")).Status);
        Assert.Equal("admin ", (await browser.GetAsync(Admin, "/where")).Text);
    }

    [Fact]
    public async Task A_session_is_worth_nothing_on_another_store_or_site()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        await site.OpenStoreAsync("maple");
        await site.OpenStoreAsync("birch");
        var browser = site.NewBrowser();
        var cookie = (await browser.SignInAsync("owner@maple.example", Merchants.Password)).SetCookies[0].Split(';')[0];

        var other = await site.NewBrowser().GetAsync("birch.localhost", "/where", ("Cookie", cookie));
        var platform = await site.NewBrowser().GetAsync("localhost", "/where", ("Cookie", cookie));

        Assert.Equal("store birch", other.Text);
        Assert.Equal("platform ", platform.Text);
    }

    [Theory]
    [InlineData("Origin", "http://maple.localhost", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "http://admin.localhost", true)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("X-Nothing", "1", true)]
    public async Task Other_sites_pages_cannot_act_with_the_session(string header, string value, bool allowed)
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();
        await browser.SignInAsync("owner@maple.example", Merchants.Password);

        var answer = await browser.SendAsync(Admin, HttpMethod.Delete, "/api/admin/session", null, (header, value));

        Assert.Equal(allowed ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory, EveryDatabase]
    public async Task Members_of_several_stores_switch_and_only_to_their_own(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        await site.OpenStoreAsync("maple", "anne@x.example");
        var second = await site.OpenStoreAsync("birch", "anne@x.example");
        var foreign = await site.OpenStoreAsync("cedar");
        var browser = site.NewBrowser();
        await browser.SignInAsync("anne@x.example", Merchants.Password);

        var own = await browser.SendAsync(Admin, HttpMethod.Put, "/api/admin/session/store", new { tenant = second.Tenant });
        var other = await browser.SendAsync(Admin, HttpMethod.Put, "/api/admin/session/store", new { tenant = foreign.Tenant });

        Assert.Equal(HttpStatusCode.NoContent, own.Status);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Equal($"admin {second.Tenant}", (await browser.GetAsync(Admin, "/where")).Text);
    }
}
