using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Ordering;

namespace Shop.Platform.Sourcing;

/// <summary>What sells is watched more closely. Only remembers when it last sold, so a repeat changes nothing.</summary>
internal sealed class ScheduleSellers(ShopDb db, IOrders orders, TimeProvider time) : IHandle<OrderPaid>
{
    public async Task HandleAsync(OrderPaid @event, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(@event.OrderId, cancellationToken) is not { } order)
            return;
        var variants = order.Lines.Select(l => l.Variant).ToList();
        var now = time.GetUtcNow();
        var offers = await db.Set<SupplierOffer>()
            .Where(o => db.Set<SupplierVariant>().Any(v => v.OfferId == o.Id && v.Priority == 0 && variants.Contains(v.VariantId))).ToListAsync(cancellationToken);
        foreach (var offer in offers)
        {
            offer.LastSoldAt = now;
            if (offer.NextCheckAt > now + WatchSchedule.Selling)
                offer.NextCheckAt = now + WatchSchedule.Selling;
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
