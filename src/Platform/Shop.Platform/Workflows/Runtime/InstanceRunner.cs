using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows.Definitions;
using Shop.Platform.Workflows.Interpreter;

namespace Shop.Platform.Workflows.Runtime;

/// <summary>
/// Drives one instance until it waits or ends: takes its inbox and the clock to the interpreter, commits, performs. Must run once at a time per
/// instance (the grain sees to it); should two run all the same, the version check lets one of them win.
/// </summary>
internal sealed class InstanceRunner(IServiceProvider services, DefinitionCatalog definitions, ActivityCatalog activities, TimeProvider time, ILogger<InstanceRunner> log)
{
    /// <returns>When to look again; null when only a signal, an answer or nothing at all leads on.</returns>
    public async Task<DateTimeOffset?> RunAsync(TenantId tenant, Id<WorkflowInstance> id, CancellationToken cancellationToken)
    {
        try
        {
            var after = await WakeAsync(tenant, id, cancellationToken);
            while (after.Run is { } run)
                after = await PerformAsync(tenant, id, run, cancellationToken);
            return after.DueAt;
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogInformation("Workflow {Instance} went on elsewhere", id);
            return null;
        }
    }

    private async Task<After> WakeAsync(TenantId tenant, Id<WorkflowInstance> id, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateTenantScope(tenant);
        if (await OpenAsync(scope, id, cancellationToken) is not { } commit)
        {
            await ForgetInboxAsync(scope, id, cancellationToken);
            return default;
        }
        // Nobody runs it here, yet a step is in flight: its process died.
        commit.Apply(new WorkflowSignal.Interrupted());
        commit.ApplyInbox();
        commit.Apply(new WorkflowSignal.Due());
        return await commit.SaveAsync(cancellationToken);
    }

    private async Task<After> PerformAsync(TenantId tenant, Id<WorkflowInstance> id, WorkflowEffect.RunActivity run, CancellationToken cancellationToken)
    {
        CrashPoint.Hit($"started:{run.Step}");
        try
        {
            await using var scope = services.CreateTenantScope(tenant);
            var result = await ActAsync(scope, id, run, cancellationToken);
            CrashPoint.Hit($"acted:{run.Step}");
            if (WorkflowInterpreter.Refuses(run.Definition, result) is { } fault)
                throw new InvalidOperationException($"{run.Definition.Activity}: {fault}");
            var after = await RecordAsync(scope, id, run.Try, new WorkflowSignal.Returned(run.Try, result), cancellationToken);
            CrashPoint.Hit($"recorded:{run.Step}");
            return after;
        }
        catch (Exception exception) when (exception is not DbUpdateConcurrencyException && !cancellationToken.IsCancellationRequested)
        {
            // The border of a step: whatever it throws is a failed try. Its scope, with all it had changed, is gone.
            log.LogWarning(exception, "Step {Step} of workflow {Instance} failed at try {Attempt}", run.Step, id, run.Attempt);
            await using var scope = services.CreateTenantScope(tenant);
            return await RecordAsync(scope, id, run.Try, new WorkflowSignal.Threw(run.Try, $"{exception.GetType().Name}: {exception.Message}"), cancellationToken);
        }
    }

    private async Task<ActivityResult> ActAsync(AsyncServiceScope scope, Id<WorkflowInstance> id, WorkflowEffect.RunActivity run, CancellationToken cancellationToken)
    {
        var registration = activities.Find(run.Definition.Activity) ?? throw new InvalidOperationException($"There is no activity {run.Definition.Activity}.");
        var state = await scope.ServiceProvider.GetRequiredService<ShopDb>().Set<WorkflowInstance>().AsNoTracking()
            .Where(i => i.Id == id).Select(i => i.State).SingleAsync(cancellationToken);
        var context = new ActivityContext(
            id, run.Step, run.Attempt, run.Recovering, run.FirstStartedAt, $"{id}:{run.Step}:{run.Visit}",
            JsonSerializer.Deserialize<InstanceState>(state, KernelJson.Options)!.Data, (JsonObject)run.Definition.Settings.DeepClone());
        var activity = (IActivity)scope.ServiceProvider.GetRequiredService(registration.Type);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(run.Definition.TimeoutSeconds ?? StepDefinition.DefaultTrySeconds), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await activity.RunAsync(context, both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The step took longer than {run.Definition.TimeoutSeconds ?? StepDefinition.DefaultTrySeconds} s.");
        }
    }

    private async Task<After> RecordAsync(AsyncServiceScope scope, Id<WorkflowInstance> id, string @try, WorkflowSignal result, CancellationToken cancellationToken)
    {
        var commit = await OpenAsync(scope, id, cancellationToken);
        // Another activation was faster: nothing of this try may be saved.
        if (commit is null || !commit.Awaits(@try))
            throw new DbUpdateConcurrencyException($"Workflow {id} went on while {@try} ran.");
        commit.Apply(result);
        commit.ApplyInbox();
        return await commit.SaveAsync(cancellationToken);
    }

    /// <returns>Null when the instance has ended or does not exist.</returns>
    private async Task<InstanceCommit?> OpenAsync(AsyncServiceScope scope, Id<WorkflowInstance> id, CancellationToken cancellationToken)
    {
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var instance = await db.Set<WorkflowInstance>().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (instance is not { Status: WorkflowStatus.Running or WorkflowStatus.Waiting })
            return null;
        var inbox = await db.Set<InboxItem>().Where(i => i.InstanceId == id && i.TakenAt == null).ToListAsync(cancellationToken);
        var definition = definitions.Find(instance.Definition, instance.DefinitionVersion)
            ?? throw new InvalidOperationException($"Workflow {instance.Definition} v{instance.DefinitionVersion} is not installed.");
        var number = await db.Set<JournalEntry>().Where(e => e.InstanceId == id).MaxAsync(e => (int?)e.Number, cancellationToken) ?? 0;
        return new(db, definition, instance, inbox, scope.ServiceProvider.GetRequiredService<IIdSource>(), time.GetUtcNow(), number);
    }

    /// <summary>What comes for an instance that has ended moves nothing any more.</summary>
    private Task ForgetInboxAsync(AsyncServiceScope scope, Id<WorkflowInstance> id, CancellationToken cancellationToken) =>
        scope.ServiceProvider.GetRequiredService<ShopDb>().Set<InboxItem>().Where(i => i.InstanceId == id && i.TakenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.TakenAt, time.GetUtcNow()), cancellationToken);
}

/// <summary>What follows a commit: a step to perform, or the time to look again.</summary>
internal readonly record struct After(WorkflowEffect.RunActivity? Run, DateTimeOffset? DueAt);
