using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Shop.Platform.Identity;

/// <summary>Policies for staff. Pages name them with <see cref="Policy"/>, endpoints with <c>.RequireStaff(permission)</c>.</summary>
public static class StaffPolicies
{
    /// <summary>Any signed-in member or operator.</summary>
    public const string SignedIn = "staff";

    /// <summary>The platform's operators.</summary>
    public const string Operator = "staff:operator";

    public static string Policy(string permission) =>
        Permissions.All.Contains(permission) ? "staff:" + permission : throw new ArgumentException($"There is no permission '{permission}'; see {nameof(Permissions)}.", nameof(permission));

    /// <summary>Lets only members whose role has the permission in the current store call this endpoint.</summary>
    public static TBuilder RequireStaff<TBuilder>(this TBuilder endpoints, string permission) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(Policy(permission));

    internal static void AddTo(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.AddAuthenticationSchemes(StaffClaims.Scheme).RequireAssertion(c => StaffMember.From(c.User) is not null));
        options.AddPolicy(Operator, policy => policy.AddAuthenticationSchemes(StaffClaims.Scheme).RequireAssertion(c => StaffMember.From(c.User)?.IsOperator == true));
        foreach (var permission in Permissions.All)
            options.AddPolicy(Policy(permission), policy => policy.AddAuthenticationSchemes(StaffClaims.Scheme).RequireAssertion(c => StaffMember.From(c.User)?.May(permission) == true));
    }
}
