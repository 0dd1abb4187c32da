using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Workflows.Interpreter;

/// <summary>How steps are entered, tried, repeated and left.</summary>
internal sealed partial class Machine
{
    /// <summary>A loop longer than this is taken for a mistake, and a person is asked.</summary>
    internal const int MaxSteps = 1000;

    /// <summary>A step in flight is looked at again after this: whether its process is still there.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private void Enter(string name)
    {
        var visit = State.Visits.GetValueOrDefault(name) + 1;
        State = State with
        {
            Step = name,
            Visit = visit,
            Visits = State.Visits.SetItem(name, visit),
            Total = State.Total + 1,
            FirstStartedAt = now,
            Attempt = 0,
            Repeat = 0,
            Failures = 0,
            Crashes = 0,
            Unclear = false,
            DueAt = null,
            Signal = null,
            Task = null,
        };
        if (State.Total > MaxSteps)
        {
            Ask(EngineQuestions.Looping(definition, name), Asker.Looping);
            return;
        }
        if (Current.Kind == StepKind.Activity)
        {
            StartTry();
            return;
        }
        State = State with { Attempt = 1 };
        _effects.Add(new WorkflowEffect.StepBegan(name, visit, 1));
        Wait();
    }

    private void Wait()
    {
        switch (Current.Kind)
        {
            case StepKind.Delay: Delay(); break;
            case StepKind.WaitSignal: WaitForSignal(); break;
            default: Ask(EngineQuestions.FromStep(Current, State.Data), Asker.Step); break;
        }
    }

    private void Delay()
    {
        var seconds = Current.Settings["seconds"] ?? DataPath.Read(State.Data, (string?)Current.Settings["secondsFrom"] ?? "");
        var until = now + TimeSpan.FromSeconds(seconds?.Deserialize<double>() ?? 0);
        State = State with { Phase = Phase.Delay, DueAt = until };
        if (until <= now)
            Finish("done", null);
    }

    private void WaitForSignal()
    {
        var name = (string)Current.Settings["signal"]!;
        State = State with { Phase = Phase.Signal, Signal = name, DueAt = Later(Current.TimeoutSeconds) };
        if (State.Kept.FirstOrDefault(k => k.Name == name) is not { } early)
            return;
        State = State with { Kept = State.Kept.Remove(early) };
        Finish("done", early.Payload?.DeepClone());
    }

    private void StartTry()
    {
        State = State with { Attempt = State.Attempt + 1, Repeat = 0 };
        _effects.Add(new WorkflowEffect.StepBegan(State.Step!, State.Visit, State.Attempt));
        Run();
    }

    private void StartRepeat()
    {
        State = State with { Repeat = State.Repeat + 1 };
        Run();
    }

    private void Run()
    {
        State = State with { Phase = Phase.Running, DueAt = now + Lease };
        _effects.Add(new WorkflowEffect.RunActivity(
            State.Step!, Current, State.Visit, State.Attempt, State.Unclear, State.FirstStartedAt, State.Try));
    }

    private void Repeat(TimeSpan after)
    {
        _effects.Add(new WorkflowEffect.StepRepeated(State.Step!, State.Visit, State.Attempt));
        State = State with { Phase = Phase.Again, DueAt = now + after, Failures = 0, Unclear = false };
        if (State.CancelAsked)
            Cancel();
    }

    private void Failed(string error)
    {
        Ended(outcome: null, output: null, error);
        State = State with { Unclear = true, Failures = State.Failures + 1, Phase = Phase.Backoff };
        if (State.CancelAsked)
            Cancel();
        else if (State.Failures < Current.Retry.MaxAttempts)
            State = State with { DueAt = now + Current.Retry.DelayAfter(State.Failures) };
        else if (Current.On.ContainsKey("error"))
            Leave("error", new JsonObject { ["error"] = error });
        else
            AskAboutFailing(error);
    }

    private void AskAboutFailing(string error) => Ask(EngineQuestions.Failing(definition, State.Step!, error), Asker.Failing);

    private void Ask(HumanTaskRequest request, Asker asks)
    {
        var key = $"{State.Step}:{State.Visit}:{State.Attempt}:{State.Repeat}";
        ImmutableList<OpenChoice> choices = [.. request.Choices.Select(c => new OpenChoice(c.Key, c.Outcome ?? c.Key, c.Output))];
        State = State with
        {
            Phase = Phase.Person,
            Task = new(key, choices, request.OnTimeout, asks),
            DueAt = request.Timeout is { } timeout ? now + timeout : null,
        };
        _effects.Add(new WorkflowEffect.TaskOpened(key, State.Step!, request));
        if (State.CancelAsked)
            Cancel();
    }

    private void Finish(string outcome, JsonNode? output)
    {
        Ended(outcome, output, error: null);
        if (Current.Compensation is { } undo && State.EndAs is null)
            State = State with { Undo = State.Undo.Add(undo) };
        Leave(outcome, output);
    }

    private void Leave(string outcome, JsonNode? output)
    {
        State.Data[State.Step!] = output?.DeepClone() ?? new JsonObject();
        var target = Current.On.GetValueOrDefault(outcome, WorkflowDefinition.Fail);
        if (State.EndAs is not null)
            UndoNext();
        else if (target == WorkflowDefinition.End)
            End(WorkflowStatus.Completed);
        else if (State.CancelAsked)
            Begin(WorkflowStatus.Cancelled);
        else if (target == WorkflowDefinition.Fail)
            Begin(WorkflowStatus.Failed);
        else
            Enter(target);
    }

    private void Cancel()
    {
        if (State.Task is { } task)
            _effects.Add(new WorkflowEffect.TaskClosed(task.Key, "cancelled"));
        // A failing step's last try is already closed; any other open wait is closed here.
        if (State.Step is not null && State.Phase != Phase.Backoff && State.Task is not { Asks: not Asker.Step })
            Ended("cancelled", output: null, error: null);
        Begin(WorkflowStatus.Cancelled);
    }

    /// <summary>Begins to end without success: compensations first, newest first.</summary>
    private void Begin(WorkflowStatus status)
    {
        State = State with { EndAs = State.EndAs ?? status };
        UndoNext();
    }

    private void UndoNext()
    {
        if (State.Undo.IsEmpty)
        {
            End(State.EndAs!.Value);
            return;
        }
        var next = State.Undo[^1];
        State = State with { Undo = State.Undo.RemoveAt(State.Undo.Count - 1) };
        Enter(next);
    }

    private void End(WorkflowStatus status) =>
        State = State with { Phase = Phase.Ended, EndAs = status, Step = null, DueAt = null, Signal = null, Task = null, Kept = [] };

    private void Ended(string? outcome, JsonNode? output, string? error) =>
        _effects.Add(new WorkflowEffect.StepEnded(State.Step!, State.Visit, State.Attempt, outcome, output?.DeepClone(), error));

    private DateTimeOffset? Later(double? seconds) => seconds is { } s ? now + TimeSpan.FromSeconds(s) : null;
}
