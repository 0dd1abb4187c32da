using Microsoft.EntityFrameworkCore;

namespace Shop.Platform.Kernel.Database;

/// <summary>
/// Reads across tenants, for the platform's own sweeps (outbox delivery, waking workflows, operator pages). The only place where the tenant
/// filter is lifted; what is found is worked on in a scope of its own tenant.
/// </summary>
internal static class PlatformQueries
{
#pragma warning disable RS0030
    public static IQueryable<T> AcrossTenants<T>(this ShopDb db) where T : class, ITenantOwned =>
        db.Set<T>().IgnoreQueryFilters([ShopDb.TenantFilter]).AsNoTracking();
#pragma warning restore RS0030
}
