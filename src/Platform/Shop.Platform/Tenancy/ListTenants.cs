using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Tenancy;

public sealed record TenantRow(TenantId Id, string Slug, string Name, string ContactEmail, TenantStatus Status, DateTimeOffset CreatedAt, Uri StoreUrl);

/// <summary>All stores of the installation, newest first; for the platform's operators.</summary>
public sealed class ListTenants(ShopDb db, HostNames hosts)
{
    public async Task<IReadOnlyList<TenantRow>> RunAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<Tenant>().AsNoTracking().OrderByDescending(t => t.CreatedAt).Take(1_000).ToListAsync(cancellationToken);
        return [.. rows.Select(t => new TenantRow(t.Id, t.Slug, t.Name, t.ContactEmail, t.Status, t.CreatedAt, hosts.StoreUrl(t.Slug)))];
    }
}
