using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Every object of the account by id, in creation order. One lock makes each API call one step.</summary>
public sealed class StripeStore
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Dictionary<string, JsonObject> objects = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private readonly JournalFile journal;
    private readonly JournalFile ledger;
    private readonly TimeProvider time;

    public StripeStore(RecordFolder records, TimeProvider time)
    {
        this.time = time;
        journal = records.File("stripe-objects");
        ledger = records.File("stripe-ledger");
        foreach (var entry in journal.ReadAll()) Keep((JsonObject)entry["object"]!);
    }

    public Lock Gate { get; } = new();

    public long Now => time.GetUtcNow().ToUnixTimeSeconds();

    public static string NewId(string prefix, int length = 24) => prefix + RandomNumberGenerator.GetString(Letters, length);

    public void Put(JsonObject item)
    {
        lock (Gate)
        {
            journal.Append(new JsonObject { ["at"] = Now, ["object"] = item.Copy() });
            Keep(item);
        }
    }

    public JsonObject? Find(string? id, string? kind = null)
    {
        lock (Gate)
        {
            return id is not null && objects.TryGetValue(id, out var found) && (kind is null || found["object"].Text() == kind) ? found : null;
        }
    }

    public JsonObject Get(string id, string kind, string param = "id") =>
        Find(id, kind) ?? throw StripeErrorException.Missing(kind.Replace("checkout.session", "checkout.session", StringComparison.Ordinal), id, param);

    /// <summary>Newest first, as Stripe lists.</summary>
    public IReadOnlyList<JsonObject> All(string kind)
    {
        lock (Gate)
        {
            return [.. order.Select(id => objects[id]).Where(item => item["object"].Text() == kind).Reverse()];
        }
    }

    /// <summary>The account's money, one line per movement: what the product's own ledger is compared with.</summary>
    public void Book(JsonObject transaction, JsonObject? intent)
    {
        Put(transaction);
        ledger.Append(new JsonObject
        {
            ["at"] = Now,
            ["id"] = transaction["id"].Text(),
            ["type"] = transaction["type"].Text(),
            ["amount"] = transaction["amount"].Long(),
            ["fee"] = transaction["fee"].Long(),
            ["net"] = transaction["net"].Long(),
            ["currency"] = transaction["currency"].Text(),
            ["source"] = transaction["source"].Text(),
            ["payment_intent"] = intent?["id"].Text(),
            ["metadata"] = intent?["metadata"]?.DeepClone(),
        });
    }

    private void Keep(JsonObject item)
    {
        var id = item["id"].Text()!;
        if (item["deleted"].Text() == "true")
        {
            objects.Remove(id);
            order.Remove(id);
            return;
        }

        if (objects.TryAdd(id, item)) order.Add(id);
        else objects[id] = item;
    }
}
