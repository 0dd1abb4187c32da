using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>The first answer of a key is kept for 24 hours, 500s included; then the key is forgotten and would act again.</summary>
public sealed class IdempotencyKeys
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, JsonObject> kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> running = new(StringComparer.Ordinal);
    private readonly JournalFile journal;
    private readonly TimeProvider time;

    public IdempotencyKeys(RecordFolder records, TimeProvider time)
    {
        this.time = time;
        journal = records.File("stripe-keys");
        foreach (var entry in journal.ReadAll()) kept[entry["key"].Text()!] = entry;
    }

    /// <summary>The kept answer, or null when the caller may act now and must call <see cref="Finish"/> or <see cref="Release"/>.</summary>
    public JsonObject? Begin(string key, string request)
    {
        if (key.Length > 255) throw StripeErrorException.Invalid("Idempotency keys are at most 255 characters long.");
        lock (gate)
        {
            if (running.Contains(key))
            {
                throw new StripeErrorException(
                    409, "idempotency_error", "There is currently another in-progress request using this Idempotent Key.", "idempotency_key_in_use");
            }

            if (kept.TryGetValue(key, out var entry) && entry["at"].Long() + 86_400 > time.GetUtcNow().ToUnixTimeSeconds())
            {
                return entry["request"].Text() == request ? entry : throw new StripeErrorException(
                    400, "idempotency_error", $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.");
            }

            running.Add(key);
            return null;
        }
    }

    public void Finish(string key, string request, int status, string body)
    {
        lock (gate)
        {
            var entry = new JsonObject
            {
                ["key"] = key,
                ["at"] = time.GetUtcNow().ToUnixTimeSeconds(),
                ["request"] = request,
                ["status"] = status,
                ["body"] = body,
            };
            journal.Append(entry);
            kept[key] = entry;
            running.Remove(key);
        }
    }

    public void Release(string key)
    {
        lock (gate) running.Remove(key);
    }
}
