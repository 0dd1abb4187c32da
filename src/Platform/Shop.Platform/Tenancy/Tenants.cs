using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Tenancy;

internal sealed class Tenants(ShopDb db, ITenantAccessor accessor, HostNames hosts) : ITenants
{
    public async Task<TenantInfo> CurrentAsync(CancellationToken cancellationToken) =>
        await FindAsync(accessor.Required, cancellationToken) ?? throw new InvalidOperationException("The tenant of this scope has no row.");

    public async Task<TenantInfo?> FindAsync(TenantId id, CancellationToken cancellationToken) =>
        await ReadAsync(t => t.Id == id, cancellationToken) is [var one] ? one : null;

    public Task<IReadOnlyList<TenantInfo>> ActiveAsync(CancellationToken cancellationToken) =>
        ReadAsync(t => t.Status == TenantStatus.Trial || t.Status == TenantStatus.Active, cancellationToken);

    private async Task<IReadOnlyList<TenantInfo>> ReadAsync(Expression<Func<Tenant, bool>> which, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Tenant>().AsNoTracking().Where(which).OrderBy(t => t.Slug).ToListAsync(cancellationToken);
        return [.. rows.Select(Info)];
    }

    private TenantInfo Info(Tenant row) => new(row.Id, row.Slug, row.Name, row.Language, row.Province, hosts.StoreUrl(row.Slug), hosts.AdminUrl)
    {
        GstNumber = row.GstNumber,
        QstNumber = row.QstNumber,
        ContactEmail = row.ContactEmail,
        Settings = row.Settings,
        Status = row.Status,
    };
}
