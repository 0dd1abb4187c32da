using System.Net;
using Shop.Platform.Identity;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Identity;

public sealed class PermissionTests
{
    // Written out a second time on purpose: whoever changes the table must mean it.
    private static readonly Dictionary<StaffRole, string> Expected = new()
    {
        [StaffRole.Owner] = string.Join(' ', Permissions.All),
        [StaffRole.Admin] = string.Join(' ', Permissions.All.Except([Permissions.StaffManage])),
        [StaffRole.Catalogue] = "inbox.read research.read research.run sourcing.read sourcing.run catalog.read catalog.write workflows.read",
        [StaffRole.Orders] = "inbox.read inbox.answer catalog.read orders.read orders.manage workflows.read",
        [StaffRole.Support] = "inbox.read catalog.read orders.read",
        [StaffRole.Finance] = "inbox.read orders.read money.read money.refund settings.read",
        [StaffRole.ReadOnly] = "inbox.read research.read sourcing.read catalog.read orders.read connectors.read workflows.read settings.read",
    };

    [Fact]
    public async Task Every_role_has_exactly_its_permissions_over_http()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        var store = await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();
        await browser.SignInAsync("owner@maple.example", Merchants.Password);

        foreach (var role in Enum.GetValues<StaffRole>())
        {
            await site.ChangeRoleAsync(store.Tenant, role);
            var allowed = new List<string>();
            foreach (var permission in Permissions.All)
            {
                var answer = await browser.GetAsync("admin.localhost", "/api/may/" + permission);
                if (answer.Status == HttpStatusCode.OK)
                    allowed.Add(permission);
                else
                    Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            }
            Assert.Equal(Expected[role].Split(' ').Order(), allowed.Order());
        }
    }

    [Fact]
    public async Task Nobody_has_any_without_signing_in()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        await site.OpenStoreAsync("maple");
        var browser = site.NewBrowser();

        foreach (var permission in Permissions.All)
            Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("admin.localhost", "/api/may/" + permission)).Status);
    }

    [Fact]
    public void A_permission_that_does_not_exist_stops_the_start() =>
        Assert.Throws<ArgumentException>(() => StaffPolicies.Policy("orders.raed"));

    [Fact]
    public async Task An_operator_may_nothing_inside_a_store()
    {
        await using var site = await SiteHost.StartAsync(Provider.Sqlite);
        await site.OpenStoreAsync("maple");
        await using (var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(site.Services))
            await ((CreateOperator)scope.ServiceProvider.GetService(typeof(CreateOperator))!).RunAsync("op@x.example", Merchants.Password);
        var browser = site.NewBrowser();
        await browser.SignInAsync("op@x.example", Merchants.Password);

        var session = await browser.GetAsync("admin.localhost", "/api/admin/session");

        Assert.True(session.Json.GetProperty("isOperator").GetBoolean());
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("admin.localhost", "/api/may/orders.read")).Status);
    }
}
