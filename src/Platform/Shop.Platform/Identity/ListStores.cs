using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Identity;

public sealed record MemberStore(TenantId Tenant, string Slug, string Name, StaffRole Role, Uri StoreUrl);

/// <summary>The stores an account is a member of, by name.</summary>
public sealed class ListStores(ShopDb db, ITenants tenants)
{
    public async Task<IReadOnlyList<MemberStore>> RunAsync(StaffMember member, CancellationToken cancellationToken)
    {
        var stores = new List<MemberStore>();
        foreach (var membership in await db.AcrossTenants<Membership>().Where(m => m.AccountId == member.Account).ToListAsync(cancellationToken))
        {
            if (await tenants.FindAsync(membership.TenantId, cancellationToken) is { } tenant)
                stores.Add(new(tenant.Id, tenant.Slug, tenant.Name, membership.Role, tenant.StoreUrl));
        }
        return [.. stores.OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
