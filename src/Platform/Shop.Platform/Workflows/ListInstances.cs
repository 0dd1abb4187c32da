using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Workflows;

internal static class ListInstances
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/workflows", HandleAsync).OnAdminHost().RequireStaff(Permissions.WorkflowsRead);

    private static async Task<Ok<Page<InstanceSummary>>> HandleAsync(
        IWorkflowReads reads, CancellationToken cancellationToken, string? definition = null, WorkflowStatus? status = null, string? correlation = null,
        int page = 1, int pageSize = 50) =>
        TypedResults.Ok(await reads.ListAsync(new(definition, status, correlation, page, pageSize), cancellationToken));
}
