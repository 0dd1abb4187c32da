using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Shop.Platform.ConnectorHosting.Packages;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>All workers of this process. The product's own connectors share one over all tenants, other people's get one per tenant.</summary>
internal sealed class WorkerPool(ConnectorOptions options, WorkerStarter starter, TimeProvider time) : BackgroundService, IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Connector, string? Tenant), WorkerSlot> _slots = new();

    public WorkerSlot Slot(ConnectorPackage package, string tenant)
    {
        string? owner = package.FirstParty ? null : tenant;
        return _slots.GetOrAdd((package.Manifest.Id, owner), _ => new WorkerSlot(package, owner, starter, time));
    }

    public IReadOnlyList<WorkerHealth> Health() => [.. _slots.Values.Select(slot => slot.Health())];

    /// <summary>Ends workers that nobody called for the idle time.</summary>
    public Task StopIdleAsync() => Task.WhenAll(_slots.Values.Select(slot => slot.StopIfIdleAsync(options.IdleStop)));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var key in _slots.Keys)
        {
            if (_slots.TryRemove(key, out WorkerSlot? slot))
                await slot.DisposeAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        _ = starter.Confines; // Warn at start, not at the first call.
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(Math.Clamp(options.IdleStop.TotalSeconds / 4, 1, 30)), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await StopIdleAsync();
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
