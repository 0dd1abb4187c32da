using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Kernel;

/// <summary>Registers what every slice stands on.</summary>
public static class KernelSlice
{
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, IdSource>();
        services.AddScoped<TenantScope>();
        services.AddScoped<ITenantAccessor>(provider => provider.GetRequiredService<TenantScope>());
        services.AddSingleton(provider => new EventCatalog([.. provider.GetServices<Subscription>()]));
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxWake>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<IHostedService, OutboxService>();
        return services.AddShopDatabase(configuration);
    }

    /// <summary>Subscribes <typeparamref name="THandler"/> to <typeparamref name="TEvent"/>.</summary>
    public static IServiceCollection AddHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IEvent where THandler : class, IHandle<TEvent>
    {
        services.TryAddScoped<THandler>();
        return services.AddSingleton(new Subscription(typeof(TEvent), typeof(THandler)));
    }
}
