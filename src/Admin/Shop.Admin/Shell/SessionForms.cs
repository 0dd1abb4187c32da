using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;

namespace Shop.Admin.Shell;

/// <summary>
/// Forms that change the session cookie: an open page cannot set cookies. Other sites' pages are refused by Identity (Origin), so they need no token.
/// </summary>
internal static class SessionForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/session/end", EndAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        routes.MapPost("/session/store", SwitchAsync).RequireAuthorization(StaffPolicies.SignedIn).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await context.SignOutAsync();
        return Results.LocalRedirect("~/sign-in");
    }

    private static async Task<IResult> SwitchAsync([FromForm] string tenant, SwitchStore useCase, HttpContext context, CancellationToken cancellationToken)
    {
        if (!TenantId.TryParse(tenant, null, out var id))
            return Problem.InvalidField("tenant", "This is not a store.").ToHttp();
        var outcome = await useCase.RunAsync(context, id, cancellationToken);
        return outcome.Failed(out var problem, out _) ? problem.ToHttp() : Results.LocalRedirect("~/");
    }
}
