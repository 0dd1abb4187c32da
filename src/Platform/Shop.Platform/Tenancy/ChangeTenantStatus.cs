using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Tenancy;

/// <summary>Moves a store along its life cycle; for the platform's operators. Call it in a scope of that tenant.</summary>
public sealed class ChangeTenantStatus(ShopDb db, ITenantAccessor tenants, TenantDirectory directory)
{
    public async Task<Outcome<Done>> RunAsync(TenantStatus next, string actor, string reason, CancellationToken cancellationToken)
    {
        var id = tenants.Required;
        if (await db.Set<Tenant>().SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } tenant)
            return Problem.NotFound("store");
        var before = tenant.Status;
        if (tenant.MoveTo(next).Failed(out var problem, out _))
            return problem;
        db.Audit(actor, "tenant.change-status", tenant.Slug, $"{before} → {next}: {reason}");
        await db.SaveChangesAsync(cancellationToken);
        directory.Forget(tenant.Slug);
        return new Done();
    }
}
