using System.Collections.Concurrent;
using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;

namespace Shop.Platform.Sourcing;

/// <summary>Answers of suppliers to quotes, kept for a quarter of an hour in this process. Only values are kept, never faults.</summary>
internal sealed class QuoteCache(TimeProvider time)
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(15);
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<QuoteKey, Entry> _entries = new();

    /// <summary>The kept answer if it is young enough and a fresh one is not asked for; else the supplier's.</summary>
    public async Task<Answer<Quoted<T>>> GetAsync<T>(QuoteKey key, bool fresh, Func<Task<Answer<T>>> ask) where T : class
    {
        var now = time.GetUtcNow();
        if (!fresh && _entries.TryGetValue(key, out var kept) && now - kept.At <= MaxAge)
            return new Quoted<T>((T)kept.Value, kept.At);
        var answer = await ask();
        if (answer.Failed(out var fault, out var value))
            return fault;
        if (_entries.Count >= Most)
            Sweep(now);
        _entries[key] = new Entry(value, now);
        return new Quoted<T>(value, now);
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (key, entry) in _entries)
        {
            if (now - entry.At > MaxAge)
                _entries.TryRemove(key, out _);
        }
        // All young: better to ask again than to grow without end.
        if (_entries.Count >= Most)
            _entries.Clear();
    }

    private sealed record Entry(object Value, DateTimeOffset At);
}

/// <param name="Tenant">Whose account asked: another tenant's prices may differ.</param>
/// <param name="Sku">Null for the offer as a whole.</param>
internal sealed record QuoteKey(TenantId Tenant, string ConnectorId, string ProductKey, string? Sku = null, int Quantity = 0, string? Province = null);

internal sealed record Quoted<T>(T Value, DateTimeOffset At);
