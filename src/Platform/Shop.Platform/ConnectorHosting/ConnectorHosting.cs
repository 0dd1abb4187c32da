using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Shop.Platform.ConnectorHosting.Accounts;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.ConnectorHosting.Workers;

namespace Shop.Platform.ConnectorHosting;

/// <summary>Registers the hosting of connectors.</summary>
public static class ConnectorHostingSlice
{
    public static IServiceCollection AddConnectorHosting(this IServiceCollection services, IConfiguration configuration)
    {
        // The same keys as the rest of the host, wherever it is set up first.
        services.AddDataProtection().SetApplicationName("Shop")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(configuration["Data:Folder"] ?? ".shop", "keys")));
        services.AddSingleton(new ConnectorOptions(configuration));
        services.AddSingleton<ConnectorCatalogue>();
        return services.AddWorkers().AddBroker().AddAccounts();
    }

    private static IServiceCollection AddWorkers(this IServiceCollection services)
    {
        services.AddSingleton<Confinement>();
        services.AddSingleton<WorkerStarter>();
        services.AddSingleton<WorkerPool>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<WorkerPool>());
        services.AddSingleton<Quarantine>();
        services.AddSingleton<ConnectorCalls>();
        return services.AddSingleton<IConnectorWorkers, ConnectorWorkers>();
    }

    private static IServiceCollection AddBroker(this IServiceCollection services)
    {
        services.TryAddSingleton(new GuardedConnection((host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken)));
        services.AddHttpClient(HttpExchange.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<GuardedConnection>().CreateHandler())
            .RemoveAllLoggers();
        services.AddSingleton<EndpointMap>();
        services.AddSingleton<RequestFactory>();
        services.AddSingleton<Pace>();
        services.AddSingleton<HttpExchange>();
        services.AddSingleton<Robots>();
        services.AddSingleton<IPersonDesk, PersonDesk>();
        return services.AddSingleton<LiveBroker>();
    }

    private static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountStore>();
        services.AddSingleton<SecretVault>();
        services.AddSingleton<CallLog>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<CallLog>());
        services.AddSingleton<QuarantineRecord>();
        services.AddSingleton<AccountGate>();
        services.AddSingleton<AccountCalls>();
        services.AddSingleton<AccountRefresh>();
        services.AddSingleton<AccountSession>();
        services.AddSingleton<AddressRecognition>();
        services.AddSingleton<ConnectAccount>();
        services.AddScoped<IConnectors, Connectors>();
        return services.AddScoped<IConnectorAccounts, ConnectorAccounts>();
    }
}
