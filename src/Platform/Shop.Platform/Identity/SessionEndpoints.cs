using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Identity;

internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("/api/admin/session").OnAdminHost().WithTags("Session");
        admin.MapPost("/", SignInAsync).AllowAnonymous().WithSummary("Signs in; the answer sets the session cookie.").ProducesProblem(400);
        admin.MapGet("/", WhoAsync).RequireAuthorization(StaffPolicies.SignedIn).WithSummary("Who is signed in, and which stores they may work in.").Produces<Session>();
        admin.MapPut("/store", SwitchAsync).RequireAuthorization(StaffPolicies.SignedIn).WithSummary("Works in another store from now on.").ProducesProblem(404);
        admin.MapDelete("/", SignOutAsync).AllowAnonymous().WithSummary("Signs out.");
    }

    private static async Task<IResult> SignInAsync(Credentials credentials, SignInStaff useCase, HttpContext context, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(context, credentials, cancellationToken)).ToHttp();

    private static async Task<Session> WhoAsync(ListStores stores, HttpContext context, CancellationToken cancellationToken)
    {
        var member = StaffMember.From(context.User)!;
        return new(member.Email, member.Tenant, member.Role, member.IsOperator, await stores.RunAsync(member, cancellationToken));
    }

    private static async Task<IResult> SwitchAsync(SwitchStoreRequest request, SwitchStore useCase, HttpContext context, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(context, request.Tenant, cancellationToken)).ToHttp();

    private static async Task<IResult> SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await context.SignOutAsync(StaffClaims.Scheme);
        return Results.NoContent();
    }

    private sealed record Session(string Email, TenantId? Tenant, StaffRole? Role, bool IsOperator, IReadOnlyList<MemberStore> Stores);
}
