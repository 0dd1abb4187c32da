using System.Globalization;
using System.Text.Json.Nodes;

namespace Shop.Demo;

/// <summary>What must be true at the end, compared with the sandbox's own record of what happened.</summary>
internal static class Invariants
{
    public static async Task CheckAsync(
        Installation installation, Merchant merchant, IReadOnlyList<Purchase> purchases, Report report, CancellationToken cancellationToken)
    {
        using var world = new Api(installation.Sandbox, "sk_test_sandbox");
        await MoneyAsync(merchant, world, purchases, report, cancellationToken);
        await SupplierAsync(world, purchases, report, cancellationToken);
        await BooksAsync(merchant, report, cancellationToken);
        await MailAsync(world, report, cancellationToken);
    }

    private static async Task MoneyAsync(Merchant merchant, Api world, IReadOnlyList<Purchase> purchases, Report report, CancellationToken cancellationToken)
    {
        decimal captured = 0, refunded = 0;
        foreach (var purchase in purchases)
        {
            var money = await merchant.Admin.GetAsync($"/api/admin/orders/{purchase.OrderId}/money", cancellationToken);
            captured += Amount(money["captured"]!);
            refunded += Amount(money["refunded"]!);
        }
        var intents = (JsonArray)(await StripeAsync(world, "payment_intents", cancellationToken))["data"]!;
        var received = intents.Sum(i => (decimal)i!["amount_received"]!) / 100m;
        var refunds = ((JsonArray)(await StripeAsync(world, "refunds", cancellationToken))["data"]!).Sum(r => (decimal)r!["amount"]!) / 100m;
        report.Check("money in = captured", captured == received && captured == purchases.Sum(p => p.Total), Text(captured, received));
        report.Check("money back = refunded, once", refunded == refunds && refunded == purchases[^1].Total, Text(refunded, refunds));
    }

    private static async Task SupplierAsync(Api world, IReadOnlyList<Purchase> purchases, Report report, CancellationToken cancellationToken)
    {
        var orders = (JsonArray)await world.GetAsync("/control/orders", cancellationToken);
        var bought = orders.SelectMany(o => (JsonArray)o!["Lines"]!).Select(l => l!["ProductId"]!.ToString()).ToList();
        var delivered = purchases.SkipLast(1).SelectMany(p => p.Picks).Select(p => p.SupplierId).ToList();
        report.Check("every paid line is ordered once", delivered.All(id => bought.Count(b => b == id) == 1), $"{bought.Count} supplier lines");
        report.Check("nothing else is ordered", bought.All(delivered.Contains));
        report.Check("two supplier stores became two supplier orders", orders.Count == 3, $"{orders.Count} supplier orders");
    }

    private static async Task BooksAsync(Merchant merchant, Report report, CancellationToken cancellationToken)
    {
        var ledger = await merchant.Admin.GetAsync("/api/admin/ledger", cancellationToken);
        report.Check("money records sum to zero", (bool)ledger["balanced"]!, string.Join("; ", ((JsonArray)ledger["wrong"]!).Select(w => (string)w!)));
        var tasks = await merchant.Admin.GetAsync("/api/admin/tasks?open=true", cancellationToken);
        report.Check("no question is left open", (int)tasks["total"]! == 0);
    }

    /// <summary>Three confirmations, three parcels, two deliveries, one cancellation, one refund.</summary>
    private static async Task MailAsync(Api world, Report report, CancellationToken cancellationToken)
    {
        var mails = await world.UntilAsync("/mail/api/messages?to=marie@shopper.example", m => Texts(m).Count >= 10, "The shopper's mail", cancellationToken, seconds: 15);
        report.Check("every mail was sent once", Texts(mails).Count == 10 && Texts(mails).Distinct().Count() == 10, $"{Texts(mails).Count} mails");
    }

    private static List<string> Texts(JsonNode mails) => [.. ((JsonArray)mails).Select(m => $"{m!["subject"]} {m["text"]}")];

    private static Task<JsonNode> StripeAsync(Api world, string resource, CancellationToken cancellationToken) =>
        world.GetAsync($"/stripe/v1/{resource}?limit=100", cancellationToken);

    private static decimal Amount(JsonNode money) => (decimal)money["amount"]!;

    private static string Text(decimal ours, decimal theirs) => string.Create(CultureInfo.InvariantCulture, $"{ours:0.00} here, {theirs:0.00} at Stripe");
}
