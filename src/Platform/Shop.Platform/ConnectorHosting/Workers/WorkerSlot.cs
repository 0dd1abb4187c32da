using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Packages;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>The place of one worker: at most one process at a time, started when needed, with a pause that grows while it keeps failing.</summary>
internal sealed class WorkerSlot(ConnectorPackage package, string? tenant, WorkerStarter starter, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Queue<WorkerFault> _faults = new();
    private WorkerProcess? _worker;
    private DateTimeOffset _lastUsed;
    private DateTimeOffset _startedAt;
    private DateTimeOffset _notBefore;
    private int _failures;
    private long _calls;

    public ConnectorPackage Package => package;

    public async Task<Answer<WorkerProcess>> AcquireAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _lastUsed = time.GetUtcNow();
            _calls++;
            if (_worker is { Alive: true } running)
                return running;
            return await ReplaceAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends a worker whose call did not end, or that broke; the next call starts another one.</summary>
    public async Task DiscardAsync(WorkerProcess worker)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (ReferenceEquals(_worker, worker))
            {
                _worker = null;
                Pause();
            }
        }
        finally
        {
            _gate.Release();
        }

        await worker.DisposeAsync();
    }

    public void Succeeded() => _failures = 0;

    public void Note(string tenantKey, Fault fault)
    {
        lock (_faults)
        {
            _faults.Enqueue(new WorkerFault(time.GetUtcNow(), tenantKey, fault.Kind, fault.Detail ?? fault.Message));
            while (_faults.Count > 10)
                _faults.Dequeue();
        }
    }

    /// <summary>Ends the worker when no call ran for <paramref name="idle"/>.</summary>
    public async Task StopIfIdleAsync(TimeSpan idle)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (_worker is null || _worker.Running > 0 || time.GetUtcNow() - _lastUsed < idle)
                return;
            await _worker.DisposeAsync();
            _worker = null;
        }
        finally
        {
            _gate.Release();
        }
    }

    public WorkerHealth Health()
    {
        WorkerProcess? worker = _worker;
        bool alive = worker is { Alive: true };
        lock (_faults)
            return new WorkerHealth(package.Manifest.Id, alive ? "running" : time.GetUtcNow() < _notBefore ? "pausing" : "stopped")
            {
                Tenant = tenant,
                ProcessId = alive ? worker!.ProcessId : null,
                MemoryBytes = alive ? worker!.MemoryBytes : 0,
                StartedAt = alive ? _startedAt : null,
                Calls = _calls,
                Running = alive ? worker!.Running : 0,
                Confined = starter.Confines,
                LastFaults = [.. _faults],
            };
    }

    public async ValueTask DisposeAsync()
    {
        if (_worker is not null)
            await _worker.DisposeAsync();
        _gate.Dispose();
    }

    private async Task<Answer<WorkerProcess>> ReplaceAsync(CancellationToken cancellationToken)
    {
        if (_worker is not null)
        {
            await _worker.DisposeAsync();
            _worker = null;
        }

        DateTimeOffset now = time.GetUtcNow();
        if (now < _notBefore)
            return new Fault(FaultKind.Unavailable, "The connector failed and is being started again. Try again shortly.")
            {
                Code = "restarting",
                RetryAfter = _notBefore - now,
            };
        Answer<WorkerProcess> started = await starter.StartAsync(package, cancellationToken);
        if (started.Failed(out _, out WorkerProcess? worker))
        {
            Pause();
            return started;
        }

        _worker = worker;
        _startedAt = time.GetUtcNow();
        return worker;
    }

    /// <summary>The first failure costs nothing: one crash should not take the connector away from everybody.</summary>
    private void Pause()
    {
        TimeSpan pause = _failures == 0 ? TimeSpan.Zero : FirstPause * Math.Pow(2, Math.Min(_failures - 1, 10));
        _notBefore = time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
        _failures++;
    }
}
