using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Fulfilment;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;
using Shop.Platform.Realtime;
using Shop.Platform.Sourcing;
using Shop.Platform.Support;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows;

namespace Shop.CrashHost.World;

public static class Compose
{
    /// <summary>Workflows and fulfilment as they are, with stand-ins for their neighbours.</summary>
    public static IServiceCollection AddFulfilmentWorld(this IServiceCollection services, IConfiguration configuration, string supplierFile)
    {
        services.AddWorkflows(configuration);
        services.AddFulfilment(configuration);
        services.AddScoped<Diary>();
        services.AddScoped<IOrders, OrdersWorld>();
        services.AddScoped<IPayments, PaymentsWorld>();
        services.AddScoped<IMail, MailWorld>();
        services.AddScoped<ITenants, TenantsWorld>();
        services.AddSingleton<LiveWorld>();
        services.AddSingleton<ILiveUpdates>(provider => provider.GetRequiredService<LiveWorld>());
        services.AddSingleton<SupplyWorld>();
        services.AddSingleton<ISupply>(provider => provider.GetRequiredService<SupplyWorld>());
        services.AddSingleton(new SupplierWorld(supplierFile));
        return services.AddSingleton<IConnectors>(provider => provider.GetRequiredService<SupplierWorld>());
    }
}
