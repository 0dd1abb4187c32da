using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Identity;

/// <summary>Checks a session against the account and the membership as they are now, so that revoking either ends it at the next request.</summary>
public sealed class StaffSessions(IServiceScopeFactory scopes)
{
    /// <summary>The principal as of now, with role and operator flag; null when the session no longer holds.</summary>
    public async Task<ClaimsPrincipal?> RefreshAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(user.FindFirst(StaffClaims.Account)?.Value, out var id))
            return null;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var account = await db.Set<StaffAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (account is null || account.SecurityStamp != user.FindFirst(StaffClaims.Stamp)?.Value)
            return null;
        if (!TenantId.TryParse(user.FindFirst(TenantClaim.Type)?.Value, null, out var tenant))
            return StaffClaims.ForRequest(account, null);
        var membership = await db.AcrossTenants<Membership>().SingleOrDefaultAsync(m => m.TenantId == tenant && m.AccountId == id, cancellationToken);
        return membership is null ? null : StaffClaims.ForRequest(account, membership);
    }
}

internal sealed class StaffCookieEvents(StaffSessions sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await sessions.RefreshAsync(context.Principal!, context.HttpContext.RequestAborted) is { } fresh)
            context.ReplacePrincipal(fresh);
        else
            context.RejectPrincipal();
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, 401, base.RedirectToLogin);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, 403, base.RedirectToAccessDenied);

    private static Task Answer(
        RedirectContext<CookieAuthenticationOptions> context, int status, Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect)
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return redirect(context);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
