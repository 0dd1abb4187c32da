using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Workflows;

/// <summary>The inbox: what needs a person.</summary>
internal static class ListTasks
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/tasks", HandleAsync).OnAdminHost().RequireStaff(Permissions.InboxRead);

    private static async Task<Ok<Page<TaskItem>>> HandleAsync(
        IWorkflowReads reads, CancellationToken cancellationToken, bool open = true, int page = 1, int pageSize = 50) =>
        TypedResults.Ok(await reads.TasksAsync(open, page, pageSize, cancellationToken));
}
