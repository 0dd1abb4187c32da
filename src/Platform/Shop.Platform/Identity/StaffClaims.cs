using System.Security.Claims;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Identity;

/// <summary>Who is signed in: read from the claims of a principal that was checked against account and membership in this request.</summary>
/// <param name="Tenant">The store worked in; null for an operator who is a member of none.</param>
public sealed record StaffMember(Guid Account, string Email, TenantId? Tenant, StaffRole? Role, bool IsOperator)
{
    /// <summary>Null when nobody is signed in.</summary>
    public static StaffMember? From(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true, AuthenticationType: StaffClaims.Scheme } || !Guid.TryParse(user.FindFirst(StaffClaims.Account)?.Value, out var account))
            return null;
        TenantId? tenant = TenantId.TryParse(user.FindFirst(TenantClaim.Type)?.Value, null, out var id) ? id : null;
        StaffRole? role = Enum.TryParse<StaffRole>(user.FindFirst(StaffClaims.Role)?.Value, out var parsed) ? parsed : null;
        return new(account, user.FindFirst(StaffClaims.Email)?.Value ?? "", tenant, role, user.HasClaim(StaffClaims.Operator, "true"));
    }

    public bool May(string permission) => Tenant is not null && Role is { } role && Permissions.Allows(role, permission);
}

internal static class StaffClaims
{
    public const string Scheme = "staff";
    public const string Account = "sub";
    public const string Email = "email";
    public const string Role = "shop:role";
    public const string Operator = "shop:operator";
    public const string Stamp = "shop:stamp";

    /// <summary>What the cookie holds. Role and operator flag are not in it: they are looked up on every request.</summary>
    public static ClaimsPrincipal ForCookie(StaffAccount account, TenantId? tenant) => Principal(
    [
        new(Account, account.Id.ToString("N")), new(Stamp, account.SecurityStamp ?? ""),
        .. tenant is { } id ? new Claim[] { new(TenantClaim.Type, id.ToString()) } : [],
    ]);

    /// <summary>What a request sees.</summary>
    public static ClaimsPrincipal ForRequest(StaffAccount account, Membership? membership) => Principal(
    [
        new(Account, account.Id.ToString("N")), new(Email, account.Email ?? ""), new(Stamp, account.SecurityStamp ?? ""),
        .. membership is null ? [] : new Claim[] { new(TenantClaim.Type, membership.TenantId.ToString()), new(Role, membership.Role.ToString()) },
        .. account.IsOperator ? new Claim[] { new(Operator, "true") } : [],
    ]);

    private static ClaimsPrincipal Principal(IEnumerable<Claim> claims) => new(new ClaimsIdentity(claims, Scheme, Email, Role));
}
