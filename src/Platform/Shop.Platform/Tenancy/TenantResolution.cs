using Microsoft.AspNetCore.Http;
using Shop.Platform.Kernel;

namespace Shop.Platform.Tenancy;

/// <summary>
/// The one place where a request gets its tenant: on a store's host from the name, on the admin host from the signed-in member (Identity has
/// checked the membership in this same request), on the platform's host never. Runs after authentication.
/// </summary>
internal sealed class TenantResolution(RequestDelegate next, HostNames hosts, TenantDirectory directory)
{
    public async Task InvokeAsync(HttpContext context, TenantScope scope)
    {
        var address = hosts.Read(context.Request.Host);
        switch (address.Kind)
        {
            case HostKind.Store when !await EnterStoreAsync(context, scope, address.Slug!):
                return;
            case HostKind.Admin when MemberTenant(context) is { } tenant:
                scope.Enter(tenant);
                break;
            // Health checks and the like carry no scope and answer on every name, for load balancers that use an address.
            case HostKind.Unknown when context.GetEndpoint() is null:
                await WordsPage.NoStore.WriteAsync(context, hosts);
                return;
        }
        await next(context);
    }

    private async Task<bool> EnterStoreAsync(HttpContext context, TenantScope scope, string slug)
    {
        var found = await directory.FindAsync(slug, context.RequestAborted);
        if (found is null || found.Status == TenantStatus.Leaving)
        {
            await WordsPage.NoStore.WriteAsync(context, hosts);
            return false;
        }
        if (found.Status == TenantStatus.Suspended)
        {
            await WordsPage.StoreClosed.WriteAsync(context, hosts);
            return false;
        }
        scope.Enter(found.Id);
        return true;
    }

    private static TenantId? MemberTenant(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true && TenantId.TryParse(context.User.FindFirst(TenantClaim.Type)?.Value, null, out var tenant) ? tenant : null;
}

/// <summary>The claim that names the store a member works in. Only Identity issues it, after looking the membership up.</summary>
public static class TenantClaim
{
    public const string Type = "shop:tenant";
}
