using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows;

namespace Shop.Platform.Realtime;

public static class RealtimeSlice
{
    public static IServiceCollection AddRealtime(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignalR().AddJsonProtocol(json => KernelJson.Configure(json.PayloadSerializerOptions));
        services.AddScoped<ILiveUpdates, LiveUpdates>();
        services.AddHandler<HumanTaskOpened, TellPages>();
        services.AddHandler<HumanTaskClosed, TellPages>();
        services.AddHandler<WorkflowMoved, TellPages>();
        return services.AddHandler<OrderStatusChanged, TellPages>();
    }

    public static IEndpointRouteBuilder MapRealtime(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<StoreHub>("/hubs/store").OnStoreHost().AllowAnonymous();
        routes.MapHub<AdminHub>("/hubs/admin").OnAdminHost().RequireStaff(Permissions.InboxRead);
        return routes;
    }
}
