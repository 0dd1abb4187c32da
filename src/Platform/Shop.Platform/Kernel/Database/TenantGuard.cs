using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Shop.Platform.Kernel.Database;

/// <summary>Stamps new rows with the scope's tenant and refuses to write any other tenant's row.</summary>
internal static class TenantGuard
{
    public static void StampAndCheck(ChangeTracker tracker, TenantId? current)
    {
        foreach (var entry in tracker.Entries<ITenantOwned>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            var property = entry.Property(nameof(ITenantOwned.TenantId));
            if (entry.State == EntityState.Added && (TenantId)property.CurrentValue! == default && current is { } tenant)
                property.CurrentValue = tenant;
            var owner = (TenantId)property.CurrentValue!;
            if (owner == default || owner != current || (TenantId)property.OriginalValue! is var original && original != default && original != current)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another tenant was about to be written.");
        }
    }
}
