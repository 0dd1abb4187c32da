using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Workflows;

/// <summary>Stores inbox items in a transaction of their own: what the caller is told has happened is on disk.</summary>
internal sealed class InboxPost(IServiceProvider services, ITenantAccessor tenant)
{
    /// <param name="alongside">Changes to commit with the item.</param>
    /// <returns>False when the same item was stored before.</returns>
    public async Task<bool> StoreAsync(InboxItem item, Action<ShopDb>? alongside, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateTenantScope(tenant.Required);
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        if (await KnownAsync(db, item, cancellationToken))
            return false;
        db.Add(item);
        db.Publish(new WorkflowNudged(item.InstanceId));
        alongside?.Invoke(db);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException)
        {
            // Two callers at once with the same key: the other one stored it. Anything else is still an error.
            db.ChangeTracker.Clear();
            if (await KnownAsync(db, item, cancellationToken))
                return false;
            throw;
        }
    }

    private static Task<bool> KnownAsync(ShopDb db, InboxItem item, CancellationToken cancellationToken) =>
        db.Set<InboxItem>().AnyAsync(i => i.InstanceId == item.InstanceId && i.Key == item.Key, cancellationToken);
}
