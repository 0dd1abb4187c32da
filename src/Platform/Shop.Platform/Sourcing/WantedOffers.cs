using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Marks offers as selling: monitoring then looks at them hourly.</summary>
internal sealed class WantedOffers(ShopDb db, TimeProvider time)
{
    /// <summary>Written at once, past the change tracker: a caller that saves nothing (a quote at checkout) still leaves the mark.</summary>
    public async Task RememberAsync(IReadOnlyCollection<Id<SupplierOffer>> offers, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var soon = now + WatchSchedule.Selling;
        await db.Set<SupplierOffer>().Where(o => offers.Contains(o.Id)).ExecuteUpdateAsync(
            u => u.SetProperty(o => o.LastWantedAt, now).SetProperty(o => o.NextCheckAt, o => o.NextCheckAt > soon ? soon : o.NextCheckAt), cancellationToken);
    }
}
