using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Workflows.Runtime;

/// <summary>Finds instances that must be looked at: timers, retries, steps whose process died, and inbox items nobody was woken for.</summary>
public sealed class WorkflowSweep
{
    private const int AtOnce = 500;
    private readonly IServiceProvider _services;
    private readonly InstanceRunner _runner;
    private readonly TimeProvider _time;

    internal WorkflowSweep(IServiceProvider services, InstanceRunner runner, TimeProvider time) => (_services, _runner, _time) = (services, runner, time);

    /// <summary>Runs everything that is due now on the calling thread, until nothing is. For tests and tools; a host has its silo for this.</summary>
    /// <returns>How many instances were looked at.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var looked = 0;
        for (var due = await DueAsync(afterStart: false, cancellationToken); due.Count > 0; due = await DueAsync(afterStart: false, cancellationToken))
        {
            foreach (var (tenant, instance) in due)
                await _runner.RunAsync(tenant, instance, cancellationToken);
            looked += due.Count;
        }
        return looked;
    }

    /// <param name="afterStart">
    /// True on a node's first look: steps in flight are due at once, for the process that ran them may be the one that died. Where another node still
    /// runs them, its activation is asked and goes on.
    /// </param>
    internal async Task<IReadOnlyList<(TenantId Tenant, Id<WorkflowInstance> Instance)>> DueAsync(bool afterStart, CancellationToken cancellationToken)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var now = _time.GetUtcNow();
        var due = await db.AcrossTenants<WorkflowInstance>().Where(i => i.DueAt != null && (i.DueAt <= now || (afterStart && i.Status == WorkflowStatus.Running))).OrderBy(i => i.DueAt)
            .Select(i => new { i.TenantId, i.Id }).Take(AtOnce).ToListAsync(cancellationToken);
        var handed = await db.AcrossTenants<InboxItem>().Where(i => i.TakenAt == null)
            .Select(i => new { i.TenantId, Id = i.InstanceId }).Distinct().Take(AtOnce).ToListAsync(cancellationToken);
        return [.. due.Concat(handed).Distinct().Select(i => (i.TenantId, i.Id))];
    }
}
