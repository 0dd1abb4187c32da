using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Workflows;

internal static class CancelInstance
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/admin/workflows/{id}/cancel", HandleAsync).OnAdminHost().RequireStaff(Permissions.WorkflowsManage);

    private static async Task<IResult> HandleAsync(Id<WorkflowInstance> id, ClaimsPrincipal user, IWorkflows workflows, CancellationToken cancellationToken) =>
        (await workflows.CancelAsync(id, user.Identity?.Name ?? "staff", cancellationToken)).ToHttp();
}
