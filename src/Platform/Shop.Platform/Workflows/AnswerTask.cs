using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Workflows;

/// <summary>A person answers a question of a workflow.</summary>
internal static class AnswerTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/admin/tasks/{id}/answer", HandleAsync).OnAdminHost().RequireStaff(Permissions.InboxAnswer);

    private static async Task<IResult> HandleAsync(
        Id<HumanTask> id, Answer answer, ClaimsPrincipal user, IWorkflows workflows, CancellationToken cancellationToken) =>
        (await workflows.AnswerAsync(id, answer.Choice ?? "", answer.Fields ?? [], user.Identity?.Name ?? "staff", cancellationToken)).ToHttp();

    /// <param name="Fields">What the choice asks for; null for a plain choice.</param>
    internal sealed record Answer(string? Choice, JsonObject? Fields);
}
