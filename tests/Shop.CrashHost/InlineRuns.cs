using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop.Platform.Workflows.Runtime;

namespace Shop.CrashHost;

/// <summary>Runs instances on one thread, without a silo: what survives a crash is in the database either way, and the process starts faster.</summary>
internal sealed class InlineRuns(IServiceProvider services, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweep = services.GetRequiredService<WorkflowSweep>();
        var runner = services.GetRequiredService<InstanceRunner>();
        foreach (var (tenant, instance) in await sweep.DueAsync(afterStart: true, stoppingToken))
            await runner.RunAsync(tenant, instance, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await sweep.RunDueAsync(stoppingToken);
            await Task.Delay(TimeSpan.FromMilliseconds(20), time, stoppingToken);
        }
    }
}
