namespace Shop.Platform.Realtime;

/// <summary>
/// The admin portal, at <c>/hubs/admin</c>; staff only. Server to client: <c>inboxChanged(open)</c>, <c>workflowMoved(id, definition, correlation, status)</c>,
/// <c>progress(run, done, total, text)</c>, <c>orderChanged(orderId, what)</c>.
/// </summary>
public sealed class AdminHub : TenantHub
{
    public override async Task OnConnectedAsync()
    {
        await base.OnConnectedAsync();
        if (!Context.ConnectionAborted.IsCancellationRequested)
            await Groups.AddToGroupAsync(Context.ConnectionId, Realtime.Groups.Staff(Tenant), Context.ConnectionAborted);
    }
}
