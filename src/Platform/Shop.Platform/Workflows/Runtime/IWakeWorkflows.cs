using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Workflows.Runtime;

/// <summary>Tells whoever runs instances to look at one. Losing a wake is harmless: the sweep finds what is due.</summary>
internal interface IWakeWorkflows
{
    Task WakeAsync(TenantId tenant, Id<WorkflowInstance> instance);
}

/// <summary>Without a silo nothing is woken; tests run the sweep themselves.</summary>
internal sealed class NoWake : IWakeWorkflows
{
    public Task WakeAsync(TenantId tenant, Id<WorkflowInstance> instance) => Task.CompletedTask;
}

internal sealed class GrainWake(IGrainFactory grains) : IWakeWorkflows
{
    public Task WakeAsync(TenantId tenant, Id<WorkflowInstance> instance) => grains.GetGrain<IWorkflowGrain>(WorkflowGrain.Key(tenant, instance)).WakeAsync();
}

/// <summary>Wakes after commit, in this process and at once.</summary>
internal sealed class WakeNudged(IWakeWorkflows wake, ITenantAccessor tenant) : IHandle<WorkflowNudged>
{
    public Task HandleAsync(WorkflowNudged @event, CancellationToken cancellationToken) => wake.WakeAsync(tenant.Required, @event.Instance);
}
