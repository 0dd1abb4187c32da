using System.Collections.Concurrent;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>Three failures of a connector for a tenant within ten minutes: it is held back for that tenant until a person releases it.</summary>
internal sealed class Quarantine(TimeProvider time)
{
    private const int Limit = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(string Connector, string Tenant), Entry> _entries = new();

    /// <summary>Raised with connector, tenant and reason when a quarantine begins.</summary>
    public event Action<string, string, string>? Began;

    public string? Reason(string connector, string tenant) => _entries.TryGetValue((connector, tenant), out Entry? entry) ? entry.Reason : null;

    public IEnumerable<(string Connector, string Tenant, string Reason)> All =>
        _entries.Where(pair => pair.Value.Reason is not null).Select(pair => (pair.Key.Connector, pair.Key.Tenant, pair.Value.Reason!));

    public void Failed(string connector, string tenant, string what)
    {
        Entry entry = _entries.GetOrAdd((connector, tenant), _ => new Entry());
        DateTimeOffset now = time.GetUtcNow();
        lock (entry)
        {
            entry.Failures.Add(now);
            entry.Failures.RemoveAll(at => now - at > Window);
            if (entry.Reason is not null || entry.Failures.Count < Limit)
                return;
            entry.Reason = $"{entry.Failures.Count} failures within {Window.TotalMinutes:0} minutes; the last: {what}";
        }

        Began?.Invoke(connector, tenant, entry.Reason);
    }

    /// <summary>Takes up a quarantine that was recorded before this process started.</summary>
    public void Restore(string connector, string tenant, string reason) => _entries[(connector, tenant)] = new Entry { Reason = reason };

    public void Release(string connector, string tenant) => _entries.TryRemove((connector, tenant), out _);

    private sealed class Entry
    {
        public List<DateTimeOffset> Failures { get; } = [];

        public string? Reason { get; set; }
    }
}
