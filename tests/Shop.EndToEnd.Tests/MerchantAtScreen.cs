using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shop.Demo;

namespace Shop.EndToEnd.Tests;

/// <summary>What the merchant does in the browser, on the platform's site and in the admin portal.</summary>
internal sealed partial class MerchantAtScreen(Installation installation, Window window)
{
    private const string Email = "owner@northern-goods.example";
    private const string Password = "Maple-syrup-2026";

    private IPage Page => window.Page;

    /// <returns>The store's name in its address.</returns>
    public async Task<string> SignUpAsync()
    {
        await Page.GotoAsync(installation.Platform.ToString());
        await window.KeepAsync("platform-home", onPhone: true);
        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Open your store" }).First.ClickAsync();
        await window.SeeAsync(window.Button("Open the store"));
        await window.FillAsync("Store name", "Northern Goods");
        await window.FillAsync("E-mail address", Email);
        await window.FillAsync("Password", Password);
        await Page.GetByLabel("Language", new() { Exact = true }).SelectOptionAsync("en");
        await Page.GetByLabel("Province or territory").SelectOptionAsync("ON");
        await window.KeepAsync("sign-up", onPhone: true);
        await window.Button("Open the store").ClickAsync();
        await window.SeeAsync(window.Heading("Your store is open"));
        await window.KeepAsync("welcome");
        return StoreInAddress().Match(Page.Url).Groups["slug"].Value;
    }

    public async Task SignInAsync()
    {
        await window.Link("Sign in to the admin portal").ClickAsync();
        await window.SeeAsync(window.Button("Sign in"));
        Assert.Equal(Email, await Page.GetByLabel("E-mail address").InputValueAsync());
        await window.FillAsync("Password", Password);
        await window.KeepAsync("admin-sign-in");
        await window.Button("Sign in").ClickAsync();
        await window.SeeAsync(window.Heading("Inbox"));
        await window.KeepAsync("admin-inbox-empty");
    }

    /// <summary>The supplier's consent is walked over HTTP, as in the demonstration.</summary>
    public async Task ConnectSupplierAsync(CancellationToken cancellationToken)
    {
        using var merchant = new Merchant(installation, new Report(json: true));
        await merchant.Admin.PostAsync("/api/admin/session", new { email = Email, password = Password }, cancellationToken);
        await merchant.ConnectSupplierAsync(cancellationToken);
        await GoAsync("Connectors");
        await Page.GetByRole(AriaRole.Main).GetByText("AliExpress").First.ClickAsync();
        await window.SeeAsync(window.Heading("Health"));
        await window.KeepAsync("admin-connector");
    }

    public async Task SourceAsync(string words, int most)
    {
        await GoAsync("Sourcing");
        await window.FillAsync("Words, or the address of a product", words);
        await window.Button("Search").ClickAsync();
        await window.SeeAsync(Page.Locator("article.find"));
        await window.KeepAsync("admin-search");
        await window.FillAsync("How many", most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Page.Keyboard.PressAsync("Tab");
        await window.Button("Import the best").ClickAsync();
        var run = Page.Locator("section.panel").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = words, Exact = true }) });
        await window.SeeAsync(run);
        await window.SeeAsync(run.Filter(new() { HasTextRegex = Done() }));
        await window.KeepAsync("admin-sourcing-done");
    }

    /// <returns>How many products went on sale.</returns>
    public async Task<int> PublishAsync()
    {
        await GoAsync("Products");
        await window.SeeAsync(Page.Locator("tbody tr"));
        await window.KeepAsync("admin-drafts");
        await Page.Locator("thead").GetByRole(AriaRole.Checkbox).CheckAsync();
        await window.Button("Publish").ClickAsync();
        var onSale = Page.Locator("tbody tr").Filter(new() { HasText = "On sale" });
        await window.SeeAsync(onSale);
        await window.SeeAsync(Page.GetByText("products changed"));
        await window.KeepAsync("admin-products");
        var published = await onSale.CountAsync();
        await Page.Locator("tbody tr a").First.ClickAsync();
        await window.SeeAsync(window.Heading("Pictures"));
        await window.KeepAsync("admin-product");
        return published;
    }

    /// <returns>The words of the order's money panel.</returns>
    public async Task<string> LookAtOrderAsync(string number)
    {
        await GoAsync("Orders");
        var row = Page.Locator("tbody tr").Filter(new() { HasText = number });
        await window.SeeAsync(row.Filter(new() { HasText = "Delivered" }));
        await window.KeepAsync("admin-orders");
        await row.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        var money = Page.Locator("section.panel").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = "Money", Exact = true }) });
        await window.SeeAsync(money);
        await window.KeepAsync("admin-order");
        return await money.InnerTextAsync();
    }

    public async Task LookAroundAsync()
    {
        foreach (var page in new[] { "Research", "Workflows", "Settings", "Inbox" })
        {
            await GoAsync(page);
            await window.KeepAsync($"admin-{page}".ToLowerInvariant());
        }
    }

    private async Task GoAsync(string page)
    {
        await Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = page, Exact = true }).ClickAsync();
        await window.SeeAsync(Page.GetByRole(AriaRole.Heading, new() { Name = page, Level = 1 }));
        await Page.Locator("main .mud-progress-linear-indeterminate, main .mud-progress-indeterminate").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [GeneratedRegex("[?&]store=(?<slug>[a-z0-9-]+)")]
    private static partial Regex StoreInAddress();

    [GeneratedRegex(@"·\s*done")]
    private static partial Regex Done();
}
