using System.Text.Json.Nodes;

namespace Shop.Demo;

/// <summary>What the merchant does, through the platform's and the admin host's API.</summary>
public sealed class Merchant(Installation installation, Report report) : IDisposable
{
    private const string Email = "owner@northern-goods.example";
    private const string Password = "Maple-syrup-2026";
    private readonly HashSet<string> _picked = [];

    public string Slug { get; private set; } = "";

    public Api Admin { get; } = new(installation.Admin);

    public Task OpenStoreAsync(CancellationToken cancellationToken) => report.StepAsync("sign up", async () =>
    {
        using var platform = new Api(installation.Platform);
        var opened = await platform.PostAsync("/api/signup",
            new { storeName = "Northern Goods", email = Email, password = Password, language = "en", province = "ON" }, cancellationToken);
        Slug = (string)opened["slug"]!;
        await Admin.PostAsync("/api/admin/session", new { email = Email, password = Password }, cancellationToken);
        return $"store {installation.Store(Slug)}";
    });

    public Task ConnectSupplierAsync(CancellationToken cancellationToken) => report.StepAsync("connect supplier", async () =>
    {
        var connectors = (JsonArray)await Admin.GetAsync("/api/admin/connectors", cancellationToken);
        foreach (var connector in connectors)
        {
            var id = (string)connector!["manifest"]!["id"]!;
            await Admin.PostAsync($"/api/admin/connectors/{id}/terms", new { version = (string)connector["manifest"]!["legalBasis"]!["version"]! }, cancellationToken);
        }
        await Admin.PutAsync("/api/admin/connectors/aliexpress/settings",
            new { app_key = "sandbox-app", app_secret = "sandbox-secret", source = "api", order_list_delay_minutes = "0" }, cancellationToken);
        await GrantAsync(cancellationToken);
        await Admin.PostAsync("/api/admin/connectors/aliexpress/check", null, cancellationToken);
        return $"{connectors.Count} connectors accepted, AliExpress account connected";
    });

    public async Task ResearchAndSourceAsync(int products, CancellationToken cancellationToken)
    {
        var candidates = await report.StepAsync("research the market", async () =>
        {
            var started = await Admin.PostAsync("/api/admin/research/runs",
                new { topics = new[] { "dog bed", "yoga mat", "phone case", "desk lamp", "water bottle" } }, cancellationToken);
            var run = await Admin.UntilAsync($"/api/admin/research/runs/{started["id"]}", r => (string)r["summary"]!["status"]! == "finished", "The research", cancellationToken);
            var ranked = (JsonArray)run["candidates"]!;
            return (ranked, $"{ranked.Count} candidates, best: {ranked[0]!["topic"]} ({ranked[0]!["score"]} of 100, quality {ranked[0]!["quality"]})");
        });
        await report.StepAsync($"source {products} products", async () =>
        {
            var imported = 0;
            foreach (var candidate in candidates)
            {
                if (imported >= products)
                    break;
                var sourced = await Admin.PostAsync($"/api/admin/research/candidates/{candidate!["id"]}/source?maxProducts={products - imported + 3}", null, cancellationToken);
                var run = await Admin.UntilAsync($"/api/admin/sourcing/runs/{sourced["sourcingRunId"]}", r => r["run"]!["finishedAt"] is not null, "Sourcing", cancellationToken);
                imported += (int)run["run"]!["imported"]!;
            }
            return imported >= products ? $"{imported} drafts" : throw new DemoFailureException($"Only {imported} of {products} products could be sourced.");
        });
    }

    public Task PublishAsync(int atLeast, CancellationToken cancellationToken) => report.StepAsync("publish", async () =>
    {
        var drafts = (JsonArray)(await Admin.GetAsync("/api/admin/products?state=draft&pageSize=200", cancellationToken))["products"]!;
        var results = (JsonArray)await Admin.PostAsync("/api/admin/products/publication",
            new { action = "publish", ids = drafts.Select(d => (string)d!["productId"]!).ToArray() }, cancellationToken);
        var published = results.Count(r => (bool)r!["done"]!);
        return published >= atLeast
            ? $"{published} of {drafts.Count} on sale"
            : throw new DemoFailureException($"Only {published} could be published: {string.Join("; ", results.Select(r => r!["problem"]).OfType<JsonNode>().Take(3))}");
    });

    /// <summary>Buyable variants of products that no earlier order took, from as many supplier stores as asked.</summary>
    public async Task<IReadOnlyList<Pick>> PickAsync(int stores, CancellationToken cancellationToken)
    {
        var rows = (JsonArray)(await Admin.GetAsync("/api/admin/products?state=published&pageSize=200", cancellationToken))["products"]!;
        var picks = new List<Pick>();
        foreach (var row in rows.Where(r => (bool)r!["inStock"]!))
        {
            var id = (string)row!["productId"]!;
            if (_picked.Contains(id))
                continue;
            var source = await Admin.GetAsync($"/api/admin/products/{id}/source", cancellationToken);
            var store = (string?)source[0]!["storeId"];
            if (store is null || picks.Any(p => p.Store == store))
                continue;
            picks.Add(new Pick(id, (string)row["slug"]!, store, (string)row["sourceProductId"]!));
            if (picks.Count == stores)
            {
                _picked.UnionWith(picks.Select(p => p.ProductId));
                return picks;
            }
        }
        throw new DemoFailureException($"No products of {stores} supplier stores are on sale.");
    }

    /// <summary>Waits for the question about an order and answers it.</summary>
    public Task DecideAsync(Purchase purchase, string choice, CancellationToken cancellationToken) => report.StepAsync("a person decides", async () =>
    {
        var tasks = await Admin.UntilAsync("/api/admin/tasks?open=true", t => Of(t, purchase) is not null, "The question about the price jump", cancellationToken);
        var task = Of(tasks, purchase)!;
        var choices = string.Join(", ", ((JsonArray)task["choices"]!).Select(c => (string)c!["key"]!));
        await Admin.PostAsync($"/api/admin/tasks/{task["id"]}/answer", new { choice }, cancellationToken);
        return $"\"{task["title"]}\" [{choices}] → {choice}";
    });

    public void Dispose() => Admin.Dispose();

    private static JsonNode? Of(JsonNode tasks, Purchase purchase) =>
        ((JsonArray)tasks["items"]!).FirstOrDefault(t => (string)t!["correlation"]! == purchase.OrderId);

    /// <summary>Walks the consent page as the merchant's browser would.</summary>
    private async Task GrantAsync(CancellationToken cancellationToken)
    {
        var page = new Uri((string)(await Admin.PostAsync("/api/admin/connectors/aliexpress/connect", null, cancellationToken))["address"]!);
        var query = page.Query.TrimStart('?').Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
        using var supplier = new Api(installation.Sandbox);
        await supplier.PageAsync(page.PathAndQuery, cancellationToken);
        var back = await supplier.FormAsync(new Uri(installation.Sandbox, page.AbsolutePath),
            new() { ["redirect_uri"] = query["redirect_uri"], ["state"] = query["state"], ["account"] = "buyer@example.com", ["decision"] = "allow" }, cancellationToken);
        await Admin.PageAsync(back.PathAndQuery, cancellationToken);
    }
}

/// <param name="Store">The supplier's store.</param>
/// <param name="SupplierId">The supplier's product id.</param>
public sealed record Pick(string ProductId, string Slug, string Store, string SupplierId);
