using System.Collections.Concurrent;
using Shop.Platform.Kernel;

namespace Shop.Platform.Ordering;

/// <summary>At most ten look-ups a minute per caller and per order number, so that numbers cannot be tried through. Counts on this node only.</summary>
public sealed class TrackingLimit(TimeProvider time)
{
    private const int PerMinute = 10;
    private readonly ConcurrentDictionary<(TenantId Tenant, string Caller, long Minute), int> _counts = new();

    internal bool Allows(TenantId tenant, string caller)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (_counts.Count > 10_000)
            foreach (var old in _counts.Keys.Where(k => k.Minute < minute).ToList())
                _counts.TryRemove(old, out _);
        return _counts.AddOrUpdate((tenant, caller, minute), 1, (_, count) => count + 1) <= PerMinute;
    }
}
