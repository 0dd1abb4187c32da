using System.Globalization;
using System.Text.Json.Nodes;

namespace Shop.Demo;

/// <summary>What the shopper does, through the store's API and the hosted payment page.</summary>
public sealed class Shopper(Installation installation, Report report, string slug) : IDisposable
{
    private const string Email = "marie@shopper.example";
    private readonly Api _store = new(installation.Store(slug));

    public Task<Purchase> BuyAsync(string what, IReadOnlyList<Pick> picks, CancellationToken cancellationToken, bool pricesJump = false) =>
        report.StepAsync($"buy: {what}", async () =>
        {
            foreach (var pick in picks)
            {
                await _store.PageAsync($"/p/{pick.Slug}", cancellationToken);
                var product = await _store.GetAsync($"/api/products/{pick.Slug}", cancellationToken);
                var variant = ((JsonArray)product["variants"]!).First(v => (bool)v!["buyable"]!)!;
                await _store.PostAsync("/api/cart", new { variantId = (string)variant["id"]!, quantity = 1 }, cancellationToken);
            }
            var order = await _store.PostAsync("/api/checkout", Address(), cancellationToken, key: Guid.NewGuid().ToString("N"));
            if (order["paymentUrl"] is null)
                throw new DemoFailureException($"The payment page could not be opened: {order["paymentProblem"]}");
            if (pricesJump)
                await JumpAsync(picks, cancellationToken);
            await PayAsync(new Uri((string)order["paymentUrl"]!), cancellationToken);
            var token = (string)order["token"]!;
            await _store.UntilAsync($"/api/orders/{token}", o => o["paidAt"] is not null, "The payment", cancellationToken);
            var total = (decimal)order["total"]!["amount"]!;
            var purchase = new Purchase((string)order["orderId"]!, (string)order["number"]!, token, total, picks);
            return (purchase, string.Create(CultureInfo.InvariantCulture, $"order {purchase.Number}, {picks.Count} line(s), {total:0.00} CAD paid"));
        });

    public Task DeliveredAsync(Purchase purchase, CancellationToken cancellationToken) => report.StepAsync($"deliver {purchase.Number}", async () =>
    {
        var order = await _store.UntilAsync($"/api/orders/{purchase.Token}", o => (string)o["status"]! == "delivered", $"Order {purchase.Number}", cancellationToken, seconds: 90);
        var tracked = await _store.PostAsync("/api/orders/track", new { number = purchase.Number, email = Email }, cancellationToken);
        return $"{((JsonArray)order["trackingNumbers"]!).Count} parcel(s), tracked by number and e-mail: {tracked["status"]}";
    });

    public Task CancelledAsync(Purchase purchase, CancellationToken cancellationToken) => report.StepAsync($"refund {purchase.Number}", async () =>
    {
        await _store.UntilAsync($"/api/orders/{purchase.Token}", o => (string)o["status"]! == "cancelled", $"Cancelling {purchase.Number}", cancellationToken);
        return "cancelled and refunded";
    });

    public void Dispose() => _store.Dispose();

    private static object Address() => new
    {
        email = Email,
        name = "Marie Tremblay",
        phone = "514-555-0142",
        line1 = "1200 rue Sainte-Catherine Ouest",
        line2 = "App. 4",
        city = "Montréal",
        province = "QC",
        postalCode = "h3b 1k9",
        acceptTerms = true,
        marketing = false,
    };

    /// <summary>The supplier's price rises between checkout and ordering.</summary>
    private async Task JumpAsync(IReadOnlyList<Pick> picks, CancellationToken cancellationToken)
    {
        using var world = new Api(installation.Sandbox);
        foreach (var pick in picks)
            await world.PostAsync("/control/faults", new { party = "aliexpress", operation = "*", kind = "priceJump", productId = pick.SupplierId, percent = 60 }, cancellationToken);
    }

    private async Task PayAsync(Uri page, CancellationToken cancellationToken)
    {
        using var stripe = new Api(installation.Sandbox);
        await stripe.PageAsync(page.PathAndQuery, cancellationToken);
        var next = await stripe.FormAsync(page, new()
        {
            ["email"] = Email,
            ["name"] = "Marie Tremblay",
            ["number"] = "4242 4242 4242 4242",
            ["expiry"] = "12 / 34",
            ["cvc"] = "123",
        }, cancellationToken);
        await _store.PageAsync(next.PathAndQuery, cancellationToken);
    }
}

public sealed record Purchase(string OrderId, string Number, string Token, decimal Total, IReadOnlyList<Pick> Picks);
