using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Tenancy;

/// <summary>
/// Stores by slug for the resolution of requests. Found ones are kept for five seconds: that long another node may still serve a store just
/// suspended. Unknown slugs are not kept, so guessing cannot fill the memory.
/// </summary>
public sealed class TenantDirectory(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (TenantEntry Entry, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    internal async Task<TenantEntry?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(slug, out var known) && known.Until > time.GetUtcNow())
            return known.Entry;
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<ShopDb>().Set<Tenant>().AsNoTracking()
            .Where(t => t.Slug == slug).Select(t => new TenantEntry(t.Id, t.Name, t.Language, t.Status)).FirstOrDefaultAsync(cancellationToken);
        if (found is not null)
            _known[slug] = (found, time.GetUtcNow() + Kept);
        return found;
    }

    internal void Forget(string slug) => _known.TryRemove(slug, out _);
}

internal sealed record TenantEntry(TenantId Id, string Name, string Language, TenantStatus Status);
