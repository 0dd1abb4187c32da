using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Workflows;

internal static class ReadInstance
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/workflows/{id}", HandleAsync).OnAdminHost().RequireStaff(Permissions.WorkflowsRead);

    private static async Task<IResult> HandleAsync(Id<WorkflowInstance> id, IWorkflowReads reads, CancellationToken cancellationToken) =>
        await reads.FindAsync(id, cancellationToken) is { } details ? Results.Ok(details) : Problem.NotFound("workflow").ToHttp();
}
