using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;

namespace Shop.Platform.Realtime;

/// <summary>A hub that knows its tenant: the one that tenant resolution found for the connecting request, fixed for the connection's life.</summary>
public abstract class TenantHub : Hub
{
    private const string Key = "tenant";

    private protected TenantId Tenant => (TenantId)Context.Items[Key]!;

    public override async Task OnConnectedAsync()
    {
        if (Context.GetHttpContext()?.RequestServices.GetRequiredService<ITenantAccessor>().Current is not { } tenant)
        {
            Context.Abort();
            return;
        }
        Context.Items[Key] = tenant;
        await base.OnConnectedAsync();
    }
}
