using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Workflows.Runtime;

/// <summary>Runs workflows in this process: an Orleans silo that is a cluster by itself.</summary>
public static class WorkflowSilo
{
    public static IHostApplicationBuilder UseWorkflows(this IHostApplicationBuilder builder)
    {
        builder.UseOrleans(silo => silo.UseLocalhostClustering(
            Port(builder.Configuration, "Orleans:SiloPort"), Port(builder.Configuration, "Orleans:GatewayPort"), serviceId: "shop", clusterId: "shop"));
        builder.Services.Replace(ServiceDescriptor.Singleton<IWakeWorkflows, GrainWake>());
        builder.Services.AddHostedService<DefinitionGate>();
        builder.Services.AddHostedService<WorkflowPulse>();
        return builder;
    }

    /// <summary>The configured port, or a free one: nothing outside this process needs to know it.</summary>
    private static int Port(IConfiguration configuration, string key)
    {
        if (configuration.GetValue<int?>(key) is { } configured)
            return configured;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Refuses to start with a definition that cannot run.</summary>
    private sealed class DefinitionGate(DefinitionCatalog definitions) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            var faults = definitions.Check();
            return faults.Count == 0 ? Task.CompletedTask : throw new InvalidOperationException("Workflow definitions: " + string.Join(" ", faults));
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
