using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Audit;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tenancy;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Identity;

public sealed class SignUpTests
{
    private static readonly object Wish = new
    {
        storeName = "Maple & Main",
        slug = "maple",
        email = "anne@maple.example",
        password = Merchants.Password,
        language = "fr",
        province = "QC",
    };

    [Theory, EveryDatabase]
    public async Task A_new_store_works_at_once(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        var browser = site.NewBrowser();
        var watch = Stopwatch.StartNew();

        var answer = await browser.PostAsync("localhost", "/api/signup", Wish);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("http://maple.localhost:5080", answer.Json.GetProperty("storeUrl").GetString());
        Assert.Equal("store maple", (await browser.GetAsync("maple.localhost", "/where")).Text);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.SignInAsync("anne@maple.example", Merchants.Password)).Status);
        Assert.Equal("yes", (await browser.GetAsync("admin.localhost", "/api/may/staff.manage")).Text);
    }

    [Theory, EveryDatabase]
    public async Task The_event_and_the_audit_line_belong_to_the_new_tenant(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        var store = await site.OpenStoreAsync("maple");

        await using var scope = site.Services.CreateTenantScope(store.Tenant);
        var audit = await scope.ServiceProvider.GetRequiredService<ShopDb>().Set<AuditEntry>().SingleAsync();
        var info = await scope.ServiceProvider.GetRequiredService<ITenants>().CurrentAsync(CancellationToken.None);

        Assert.Equal(("tenant.provision", "maple"), (audit.Action, audit.Subject));
        Assert.Equal((TenantStatus.Trial, "owner@maple.example", 500m), (info.Status, info.ContactEmail, info.Settings.PurchaseLimit));
    }

    [Fact]
    public async Task Every_wrong_field_is_named()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);

        var answer = await site.NewBrowser().PostAsync("localhost", "/api/signup", new { storeName = " ", slug = "-x", email = "nobody", password = "short", language = "de", province = "XX" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        string[] named = [.. answer.Json.GetProperty("fields").EnumerateObject().Select(f => f.Name).Order()];
        Assert.Equal(["email", "language", "password", "province", "slug", "storeName"], named);
    }

    [Theory]
    [InlineData("maple", "maple-2")]
    [InlineData("admin", "my-admin")]
    [InlineData("UPS!", "ups")]
    public async Task A_taken_or_reserved_address_comes_with_a_free_one(string slug, string free)
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        await site.OpenStoreAsync("maple");

        var answer = await site.NewBrowser().PostAsync("localhost", "/api/signup", new { storeName = "Other", slug, email = "b@b.example", password = Merchants.Password, language = "en", province = "ON" });

        Assert.EndsWith($"Free: {free}", answer.Json.GetProperty("fields").GetProperty("slug").GetString(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Two_sign_ups_for_one_address_give_one_store(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        var wishes = Enumerable.Range(1, 6).Select(n => new { storeName = "Maple", slug = "maple", email = $"n{n}@x.example", password = Merchants.Password, language = "en", province = "ON" });

        var answers = await Task.WhenAll(wishes.Select(wish => site.NewBrowser().PostAsync("localhost", "/api/signup", wish)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.BadRequest, a.Status));
        await using var scope = site.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ShopDb>().Set<StaffAccount>().CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task An_existing_account_opens_a_further_store_with_its_own_password_only(Provider provider)
    {
        await using var site = await SiteHost.StartAsync(provider);
        await site.OpenStoreAsync("maple", "anne@x.example");
        var browser = site.NewBrowser();

        var wrong = await browser.PostAsync("localhost", "/api/signup", new { storeName = "Birch", slug = "birch", email = "anne@x.example", password = "another long password", language = "en", province = "ON" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.True(wrong.Json.GetProperty("fields").TryGetProperty("password", out _));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("birch.localhost", "/where")).Status);

        await site.OpenStoreAsync("birch", "anne@x.example");
        await browser.SignInAsync("anne@x.example", Merchants.Password);
        Assert.Equal(2, (await browser.GetAsync("admin.localhost", "/api/admin/session")).Json.GetProperty("stores").GetArrayLength());
    }
}
