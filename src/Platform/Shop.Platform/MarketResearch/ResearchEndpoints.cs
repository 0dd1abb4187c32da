using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.MarketResearch;

/// <summary>The admin API of market research.</summary>
internal static class ResearchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var research = routes.MapGroup("/api/admin/research").OnAdminHost().WithTags("Research");
        research.MapGet("/topics", (IMarketResearch desk) => TypedResults.Ok(desk.Seeds)).RequireStaff(Permissions.ResearchRead);
        research.MapGet("/weights", (IMarketResearch desk) => TypedResults.Ok(desk.Weights)).RequireStaff(Permissions.ResearchRead);
        research.MapGet("/runs", ListAsync).RequireStaff(Permissions.ResearchRead);
        research.MapGet("/runs/{id}", FindAsync).RequireStaff(Permissions.ResearchRead);
        research.MapPost("/runs", StartAsync).RequireStaff(Permissions.ResearchRun);
        research.MapGet("/settings", LimitsAsync).RequireStaff(Permissions.ResearchRead);
        research.MapPut("/settings", ChangeLimitsAsync).RequireStaff(Permissions.ResearchRun);
        // Sourcing spends the supplier's patience and fills the catalogue: it needs that permission too.
        research.MapPost("/candidates/{id}/source", SourceAsync).RequireStaff(Permissions.ResearchRun).RequireStaff(Permissions.SourcingRun);
    }

    private static async Task<Ok<IReadOnlyList<RunSummary>>> ListAsync(
        IMarketResearch desk, CancellationToken cancellationToken, int page = 1, int pageSize = 20) =>
        TypedResults.Ok(await desk.ListAsync(page, pageSize, cancellationToken));

    private static async Task<IResult> FindAsync(Id<ResearchRun> id, IMarketResearch desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is { } run ? Results.Ok(run) : Problem.NotFound("research run").ToHttp();

    private static async Task<IResult> StartAsync(StartResearchRequest request, IMarketResearch desk, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var started = await desk.StartAsync(request, Actor(user), cancellationToken);
        return started.Failed(out var problem, out var run) ? problem.ToHttp() : Results.Accepted($"/api/admin/research/runs/{run.Id}", run);
    }

    private static async Task<Ok<ResearchLimits>> LimitsAsync(IMarketResearch desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.LimitsAsync(cancellationToken));

    private static async Task<IResult> ChangeLimitsAsync(ResearchLimits limits, IMarketResearch desk, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await desk.ChangeLimitsAsync(limits, Actor(user), cancellationToken)).ToHttp();

    private static async Task<IResult> SourceAsync(
        Id<ResearchCandidate> id, IMarketResearch desk, ClaimsPrincipal user, CancellationToken cancellationToken, int? maxProducts = null) =>
        (await desk.SourceAsync(id, maxProducts, Actor(user), cancellationToken)).ToHttp();

    private static string Actor(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.Email)?.Value ?? user.Identity?.Name ?? "staff";
}
