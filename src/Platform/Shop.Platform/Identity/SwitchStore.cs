using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Identity;

public sealed record SwitchStoreRequest(TenantId Tenant);

/// <summary>Lets a member of several stores work in another one.</summary>
public sealed class SwitchStore(ShopDb db)
{
    public async Task<Outcome<Done>> RunAsync(HttpContext context, TenantId tenant, CancellationToken cancellationToken)
    {
        if (StaffMember.From(context.User) is not { } member)
            return SignInStaff.Refused;
        if (!await db.AcrossTenants<Membership>().AnyAsync(m => m.TenantId == tenant && m.AccountId == member.Account, cancellationToken))
            return Problem.NotFound("store");
        var account = await db.Set<StaffAccount>().AsNoTracking().SingleAsync(a => a.Id == member.Account, cancellationToken);
        await context.SignInAsync(StaffClaims.Scheme, StaffClaims.ForCookie(account, tenant));
        return new Done();
    }
}
