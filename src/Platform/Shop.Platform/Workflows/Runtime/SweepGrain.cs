using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Shop.Platform.Workflows.Runtime;

internal interface ISweepGrain : IGrainWithIntegerKey
{
    Task SweepAsync(bool afterStart);
}

/// <summary>One in the whole cluster looks for due instances, however many nodes pulse.</summary>
internal sealed class SweepGrain(WorkflowSweep sweep, IWakeWorkflows wake, TimeProvider time) : Grain, ISweepGrain
{
    private DateTimeOffset _last;

    public async Task SweepAsync(bool afterStart)
    {
        if (!afterStart && time.GetUtcNow() - _last < WorkflowPulse.Interval / 2)
            return;
        _last = time.GetUtcNow();
        foreach (var (tenant, instance) in await sweep.DueAsync(afterStart, CancellationToken.None))
            await wake.WakeAsync(tenant, instance);
    }
}

/// <summary>Asks the cluster's sweep to look, every second and at start-up: what a crash left behind goes on at once.</summary>
internal sealed class WorkflowPulse(IGrainFactory grains, TimeProvider time, ILogger<WorkflowPulse> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var afterStart = true;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await grains.GetGrain<ISweepGrain>(0).SweepAsync(afterStart);
                afterStart = false;
            }
#pragma warning disable CA1031 // The pulse outlives a database or node that is away for a while.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(exception, "Looking for due workflows failed; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(t => t.IsCompletedSuccessfully && t.Result, TaskScheduler.Default));
    }
}
