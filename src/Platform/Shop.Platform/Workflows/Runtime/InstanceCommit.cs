using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows.Definitions;
using Shop.Platform.Workflows.Interpreter;

namespace Shop.Platform.Workflows.Runtime;

/// <summary>
/// Collects the transitions of one commit: the instance's next state, journal rows, questions and taken inbox items are saved in one transaction,
/// together with whatever the step changed on the same context.
/// </summary>
internal sealed class InstanceCommit(
    ShopDb db, WorkflowDefinition definition, WorkflowInstance instance, List<InboxItem> inbox, IIdSource ids, DateTimeOffset now, int lastNumber)
{
    private readonly List<WorkflowEffect> _effects = [];
    private InstanceState _state = JsonSerializer.Deserialize<InstanceState>(instance.State, KernelJson.Options)!;
    private bool _changed;

    /// <summary>Is this the try in flight?</summary>
    public bool Awaits(string @try) => _state.Phase == Phase.Running && _state.Try == @try;

    public void Apply(WorkflowSignal signal)
    {
        var transition = WorkflowInterpreter.Advance(definition, _state, signal, now);
        _changed |= transition.Effects.Count > 0 || transition.State.Status != _state.Status || transition.State.Seen.Count != _state.Seen.Count
            || transition.State.CancelAsked != _state.CancelAsked || transition.State.DueAt != _state.DueAt;
        _effects.AddRange(transition.Effects);
        _state = transition.State;
    }

    public void ApplyInbox()
    {
        foreach (var item in inbox.OrderBy(i => i.At).ThenBy(i => i.Key, StringComparer.Ordinal))
        {
            var payload = item.Payload is null ? null : JsonNode.Parse(item.Payload);
            Apply(item.Kind switch
            {
                InboxKind.Signal => new WorkflowSignal.Arrived(item.Key, item.Name, payload),
                InboxKind.Answer => new WorkflowSignal.Answered(item.Name, item.Choice!, payload as JsonObject ?? [], item.Actor ?? ""),
                _ => new WorkflowSignal.CancelAsked(item.Actor ?? ""),
            });
            item.TakenAt = now;
            _changed = true;
        }
    }

    public async Task<After> SaveAsync(CancellationToken cancellationToken)
    {
        if (_changed)
        {
            foreach (var effect in _effects)
                await RecordAsync(effect, cancellationToken);
            instance.State = JsonSerializer.Serialize(_state, KernelJson.Options);
            instance.Status = _state.Status;
            instance.DueAt = _state.DueAt;
            instance.UpdatedAt = now;
            instance.Version++;
            // Polling is no news.
            if (_effects.Any(e => e is not (WorkflowEffect.RunActivity or WorkflowEffect.StepRepeated)))
                db.Publish(new WorkflowMoved(instance.Id, instance.Definition, instance.Correlation, instance.Status));
            await db.SaveChangesAsync(cancellationToken);
        }
        return new(_effects.OfType<WorkflowEffect.RunActivity>().LastOrDefault(), _state.DueAt);
    }

    private async Task RecordAsync(WorkflowEffect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case WorkflowEffect.StepBegan began: Begin(began); break;
            case WorkflowEffect.StepRepeated repeated:
                if (await FindAsync(repeated.Step, repeated.Visit, repeated.Attempt, cancellationToken) is { } row)
                    row.Repeats++;
                break;
            case WorkflowEffect.StepEnded ended: await EndAsync(ended, cancellationToken); break;
            case WorkflowEffect.TaskOpened opened: Open(opened); break;
            case WorkflowEffect.TaskClosed closed: await CloseAsync(closed, cancellationToken); break;
            default: break;
        }
    }

    private void Begin(WorkflowEffect.StepBegan began) => db.Add(new JournalEntry
    {
        Id = ids.New<JournalEntry>(),
        InstanceId = instance.Id,
        Number = ++lastNumber,
        Step = began.Step,
        Visit = began.Visit,
        Attempt = began.Attempt,
        StartedAt = now,
    });

    private async Task EndAsync(WorkflowEffect.StepEnded ended, CancellationToken cancellationToken)
    {
        if (await FindAsync(ended.Step, ended.Visit, ended.Attempt, cancellationToken) is not { } row)
            return;
        row.EndedAt = now;
        row.Outcome = ended.Outcome;
        row.Output = ended.Output?.ToJsonString(KernelJson.Options);
        row.Error = ended.Error;
    }

    private void Open(WorkflowEffect.TaskOpened opened)
    {
        var task = new HumanTask
        {
            Id = ids.New<HumanTask>(),
            InstanceId = instance.Id,
            Step = opened.Step,
            Key = opened.Key,
            Kind = opened.Request.Kind,
            Title = opened.Request.Title,
            Details = opened.Request.Details.ToJsonString(KernelJson.Options),
            Choices = JsonSerializer.Serialize(opened.Request.Choices, KernelJson.Options),
            CreatedAt = now,
            DueAt = opened.Request.Timeout is { } timeout ? now + timeout : null,
        };
        db.Add(task);
        db.Publish(new HumanTaskOpened(task.Id, task.Kind, task.Title));
    }

    private async Task CloseAsync(WorkflowEffect.TaskClosed closed, CancellationToken cancellationToken)
    {
        var task = db.Set<HumanTask>().Local.FirstOrDefault(t => t.InstanceId == instance.Id && t.Key == closed.Key)
            ?? await db.Set<HumanTask>().FirstOrDefaultAsync(t => t.InstanceId == instance.Id && t.Key == closed.Key, cancellationToken);
        if (task is not { AnsweredAt: null })
            return;
        task.AnsweredAt = now;
        task.AnsweredBy = "system";
        task.Choice = closed.Choice;
        db.Publish(new HumanTaskClosed(task.Id));
    }

    private async Task<JournalEntry?> FindAsync(string step, int visit, int attempt, CancellationToken cancellationToken) =>
        db.Set<JournalEntry>().Local.FirstOrDefault(e => e.InstanceId == instance.Id && e.Step == step && e.Visit == visit && e.Attempt == attempt)
        ?? await db.Set<JournalEntry>().FirstOrDefaultAsync(
            e => e.InstanceId == instance.Id && e.Step == step && e.Visit == visit && e.Attempt == attempt, cancellationToken);
}
