using Microsoft.AspNetCore.SignalR;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Ordering;
using Shop.Platform.Workflows;

namespace Shop.Platform.Realtime;

/// <summary>Passes events of other slices on to open pages.</summary>
internal sealed class TellPages(IHubContext<AdminHub> admin, ILiveUpdates live, IWorkflowReads reads, ITenantAccessor tenant)
    : IHandle<HumanTaskOpened>, IHandle<HumanTaskClosed>, IHandle<WorkflowMoved>, IHandle<OrderStatusChanged>
{
    public Task HandleAsync(HumanTaskOpened @event, CancellationToken cancellationToken) => InboxAsync(cancellationToken);

    public Task HandleAsync(HumanTaskClosed @event, CancellationToken cancellationToken) => InboxAsync(cancellationToken);

    public Task HandleAsync(WorkflowMoved @event, CancellationToken cancellationToken) =>
        admin.Clients.Group(Groups.Staff(tenant.Required)).SendAsync(
            "workflowMoved", @event.Instance.ToString(), @event.Definition, @event.Correlation, @event.Status.ToString(), cancellationToken);

    public Task HandleAsync(OrderStatusChanged @event, CancellationToken cancellationToken) =>
        live.OrderChangedAsync(@event.OrderId, @event.Status.ToString(), cancellationToken);

    private async Task InboxAsync(CancellationToken cancellationToken) =>
        await admin.Clients.Group(Groups.Staff(tenant.Required)).SendAsync("inboxChanged", await reads.OpenTasksAsync(cancellationToken), cancellationToken);
}
