using System.Collections.Concurrent;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>Three failures of a connector for a tenant within ten minutes: it is held back for that tenant until a person releases it.</summary>
internal sealed class Quarantine(TimeProvider time)
{
    private const int Limit = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(string Connector, string Tenant), Entry> _entries = new();

    public string? Reason(string connector, string tenant) => _entries.TryGetValue((connector, tenant), out Entry? entry) ? entry.Reason : null;

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
    }

    public void Release(string connector, string tenant) => _entries.TryRemove((connector, tenant), out _);

    private sealed class Entry
    {
        public List<DateTimeOffset> Failures { get; } = [];

        public string? Reason { get; set; }
    }
}
