using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;

namespace Shop.Platform.Sourcing;

/// <summary>Step of <c>monitor-offers</c>: reads a batch of the offers that are due, best sellers first, and comes back when more fall due.</summary>
internal sealed class WatchOffersActivity(ShopDb db, WatchOffer watch, TimeProvider time) : IActivity
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var batch = context.Settings["batch"]?.GetValue<int>() ?? 5;
        var due = await DueAsync(batch, cancellationToken);
        var resting = new HashSet<string>();
        foreach (var offer in due)
        {
            if (resting.Contains(offer.ConnectorId))
            {
                offer.NextCheckAt = time.GetUtcNow() + TimeSpan.FromMinutes(5);
                continue;
            }
            // A supplier that wants a pause or a person is not asked for the rest of the batch.
            if (await watch.RunAsync(offer, cancellationToken) is { Kind: FaultKind.RateLimited or FaultKind.Challenge or FaultKind.Unauthorised })
                resting.Add(offer.ConnectorId);
        }
        return ActivityResult.Again(due.Count == batch ? TimeSpan.FromSeconds(1) : await UntilNextAsync([.. due], cancellationToken));
    }

    private async Task<List<SupplierOffer>> DueAsync(int batch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Set<SupplierOffer>().Where(o => o.NextCheckAt <= now)
            .OrderByDescending(o => o.LastWantedAt != null).ThenBy(o => o.NextCheckAt).Take(batch).ToListAsync(cancellationToken);
    }

    private async Task<TimeSpan> UntilNextAsync(List<SupplierOffer> done, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ids = done.ConvertAll(o => o.Id);
        var stored = await db.Set<SupplierOffer>().Where(o => !ids.Contains(o.Id)).OrderBy(o => o.NextCheckAt)
            .Select(o => (DateTimeOffset?)o.NextCheckAt).FirstOrDefaultAsync(cancellationToken);
        var next = done.Select(o => (DateTimeOffset?)o.NextCheckAt).Append(stored).Min() ?? now + Longest;
        var wait = next - now;
        return wait < TimeSpan.FromSeconds(30) ? TimeSpan.FromSeconds(30) : wait > Longest ? Longest : wait;
    }
}
