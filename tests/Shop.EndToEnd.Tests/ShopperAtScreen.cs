using Microsoft.Playwright;

namespace Shop.EndToEnd.Tests;

/// <summary>What the shopper does in the browser, in the store and on the hosted payment page.</summary>
internal sealed class ShopperAtScreen(Window window)
{
    public const string Email = "marie@shopper.example";
    private const int DeliverySeconds = 150;

    private IPage Page => window.Page;

    /// <returns>How many products the store's first page shows.</returns>
    public async Task<int> EnterAsync(Uri store)
    {
        await Page.GotoAsync(store.ToString());
        await window.SeeAsync(window.Heading("Just arrived"));
        await window.KeepAsync("store-home", onPhone: true);
        return await Page.Locator("li.tile").CountAsync();
    }

    public async Task PutInCartAsync()
    {
        await Page.Locator("li.tile a").First.ClickAsync();
        await window.SeeAsync(window.Button("Add to cart"));
        await window.KeepAsync("product", onPhone: true);
        await window.Button("Add to cart").ClickAsync();
        await window.SeeAsync(window.Link("Check out"));
        await window.KeepAsync("cart", onPhone: true);
    }

    /// <returns>The total with taxes, as shown.</returns>
    public async Task<string> CheckOutAsync()
    {
        await window.Link("Check out").ClickAsync();
        await window.SeeAsync(window.Button("Show total with taxes"));
        await window.FillAsync("E-mail", Email);
        await window.FillAsync("Full name", "Marie Tremblay");
        await window.FillAsync("Street and number", "1200 rue Sainte-Catherine Ouest");
        await window.FillAsync("Apartment, suite (optional)", "App. 4");
        await window.FillAsync("City", "Montréal");
        await window.FillAsync("Postal code", "H3B 1K9");
        await Page.GetByLabel("Province or territory").SelectOptionAsync("QC");
        await window.FillAsync("Phone", "514-555-0142");
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "I accept the" }).CheckAsync();
        await window.Button("Show total with taxes").ClickAsync();
        await window.SeeAsync(Page.GetByText("QST"));
        await window.KeepAsync("checkout", onPhone: true);
        var total = await Page.Locator(".totals .sum dd").InnerTextAsync();
        await window.Button("Pay $").Or(window.Button("Pay CA$")).ClickAsync();
        return total;
    }

    public async Task PayAsync()
    {
        await window.SeeAsync(Page.GetByLabel("Card number"));
        await window.FillAsync("Card number", "4242 4242 4242 4242");
        await window.FillAsync("MM / YY", "12 / 34");
        await window.FillAsync("CVC", "123");
        await window.FillAsync("Name on card", "Marie Tremblay");
        await window.KeepAsync("hosted-payment", onPhone: true);
        await window.Button("Pay").ClickAsync();
        await Page.WaitForURLAsync("**/order/**");
        await window.SeeAsync(Page.Locator("ol.path li.done"));
        await window.KeepAsync("confirmation");
    }

    /// <returns>The order's number.</returns>
    public async Task<string> WaitForDeliveryAsync()
    {
        var now = Page.Locator("ol.path [aria-current=step]");
        for (var seconds = 0; (await now.TextContentAsync())?.Contains("Delivered", StringComparison.Ordinal) != true; seconds += 2)
        {
            Assert.True(seconds < DeliverySeconds, $"After {DeliverySeconds} s the order is still: {await now.TextContentAsync()}");
            await Page.WaitForTimeoutAsync(2000);
            await Page.ReloadAsync();
        }
        await window.KeepAsync("tracking", onPhone: true);
        return (await Page.Locator(".orderhead h1").InnerTextAsync()).Split(' ')[^1];
    }

    public async Task TrackByNumberAsync(string number)
    {
        await window.Link("Track an order").ClickAsync();
        await window.FillAsync("Order number", number);
        await window.FillAsync("E-mail", Email);
        await window.KeepAsync("track-form", onPhone: true);
        await window.Button("Find my order").ClickAsync();
        await window.SeeAsync(Page.Locator("ol.path"));
        await window.SeeAsync(window.Heading($"Order {number}"));
    }

    public async Task ReadFrenchAsync(Uri store)
    {
        await Page.GotoAsync(store.ToString());
        await Page.GetByRole(AriaRole.Link, new() { Name = "FR", Exact = true }).ClickAsync();
        await window.SeeAsync(window.Heading("Nouveautés"));
        Assert.Equal("fr-CA", await Page.Locator("html").GetAttributeAsync("lang"));
        await window.KeepAsync("store-home-french", onPhone: true);
    }
}
