using System.Globalization;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Shop.Platform.Kernel;

namespace Shop.Platform.Workflows.Runtime;

internal interface IWorkflowGrain : IGrainWithStringKey
{
    /// <summary>Look at the instance now. Returns at once; calls while it runs are one more look.</summary>
    [AlwaysInterleave, OneWay]
    Task WakeAsync();
}

/// <summary>One instance: single activation, one run at a time. Holds no state of its own; everything is in the database.</summary>
internal sealed class WorkflowGrain(InstanceRunner runner, RunLimit limit, TimeProvider time, ILogger<WorkflowGrain> log) : Grain, IWorkflowGrain, IDisposable
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _run = Task.CompletedTask;
    private IGrainTimer? _timer;
    private bool _again;

    public static string Key(TenantId tenant, Id<WorkflowInstance> instance) => $"{tenant}/{instance}";

    public Task WakeAsync()
    {
        if (_run.IsCompleted)
            _run = RunAsync();
        else
            _again = true;
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _run.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync()
    {
        _timer?.Dispose();
        DateTimeOffset? due = null;
        try
        {
            do
            {
                _again = false;
                DelayDeactivation(TimeSpan.FromMinutes(10));
                due = await LookAsync();
            }
            while (_again && !_stopping.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // The border of a run; the sweep comes back to it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.LogError(exception, "Workflow {Instance} could not be run; the sweep tries again", this.GetPrimaryKeyString());
        }
        WaitUntil(due);
    }

    private async Task<DateTimeOffset?> LookAsync()
    {
        var key = this.GetPrimaryKeyString().Split('/');
        using var turn = await limit.EnterAsync(_stopping.Token);
        return await runner.RunAsync(
            TenantId.Parse(key[0], CultureInfo.InvariantCulture), Id<WorkflowInstance>.Parse(key[1], CultureInfo.InvariantCulture), _stopping.Token);
    }

    /// <summary>Short waits are timed here; for long ones the activation goes and the sweep wakes it.</summary>
    private void WaitUntil(DateTimeOffset? due)
    {
        var wait = due - time.GetUtcNow();
        if (wait is null || wait > ShortWait)
            DeactivateOnIdle();
        else
            _timer = this.RegisterGrainTimer(static (grain, _) => grain.WakeAsync(), this, new GrainTimerCreationOptions(
                wait.Value > TimeSpan.Zero ? wait.Value : TimeSpan.Zero, Timeout.InfiniteTimeSpan)
            { Interleave = true, KeepAlive = true });
    }
}
