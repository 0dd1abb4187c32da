using System.Text.Json.Nodes;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Workflows.Interpreter;

/// <summary>One transition in the making: how signals are taken. MachineSteps.cs says how steps are entered and left.</summary>
internal sealed partial class Machine(WorkflowDefinition definition, InstanceState state, DateTimeOffset now)
{
    private const int MaxCrashes = 5;
    private readonly List<WorkflowEffect> _effects = [];

    public InstanceState State { get; private set; } = state with { Data = (JsonObject)state.Data.DeepClone() };

    public IReadOnlyList<WorkflowEffect> Effects => _effects;

    private StepDefinition Current => definition.Steps[State.Step!];

    public void LookAtClock()
    {
        if (State.Phase == Phase.New)
            Enter(definition.Start);
        else if (State.Phase != Phase.Running && State.DueAt is { } due && due <= now)
            TimeIsUp();
    }

    public void Resume()
    {
        if (State.Phase != Phase.Running)
            return;
        const string error = "The process ended before the result was recorded.";
        Ended(outcome: null, output: null, error);
        State = State with { Unclear = true, Crashes = State.Crashes + 1 };
        if (State.Crashes >= MaxCrashes)
            AskAboutFailing(error);
        else
            StartTry();
    }

    public void Take(WorkflowSignal.Returned returned)
    {
        if (State.Phase != Phase.Running || returned.Try != State.Try)
            return;
        if (WorkflowInterpreter.Refuses(Current, returned.Result) is { } fault)
        {
            Failed(fault);
            return;
        }
        State = State with { Crashes = 0 };
        if (returned.Result.RepeatAfter is { } after)
            Repeat(after);
        else if (returned.Result.Ask is { } request)
            Ask(request, Asker.Step);
        else
            Finish(returned.Result.Outcome, returned.Result.Output);
    }

    public void Take(WorkflowSignal.Threw threw)
    {
        if (State.Phase == Phase.Running && threw.Try == State.Try)
            Failed(threw.Error);
    }

    public void Take(WorkflowSignal.Arrived arrived)
    {
        if (State.Seen.Contains(arrived.Id))
            return;
        State = State with { Seen = State.Seen.Add(arrived.Id) };
        if (State.Phase == Phase.Signal && State.Signal == arrived.Name)
            Finish("done", arrived.Payload?.DeepClone());
        else
            State = State with { Kept = State.Kept.Add(new(arrived.Id, arrived.Name, arrived.Payload?.DeepClone())) };
    }

    public void Take(WorkflowSignal.Answered answered)
    {
        if (State.Phase != Phase.Person || State.Task is not { } task || task.Key != answered.Task
            || task.Choices.Find(c => c.Key == answered.Choice) is not { } choice)
            return;
        switch (task.Asks)
        {
            case Asker.Step:
                Finish(choice.Outcome, Output(choice, answered));
                break;
            case Asker.Failing when answered.Choice == "retry":
                State = State with { Failures = 0, Crashes = 0, Task = null };
                StartTry();
                break;
            case Asker.Looping when answered.Choice == "retry":
                State = State with { Total = 0 };
                Enter(State.Step!);
                break;
            default:
                Cancel();
                break;
        }
    }

    public void AskToCancel()
    {
        if (State.EndAs is not null)
            return;
        if (State.Phase == Phase.Running)
            State = State with { CancelAsked = true };
        else
            Cancel();
    }

    private static JsonObject Output(OpenChoice choice, WorkflowSignal.Answered answered)
    {
        var output = (JsonObject)answered.Fields.DeepClone();
        foreach (var (name, value) in choice.Output ?? [])
            output[name] = value?.DeepClone();
        output["choice"] = answered.Choice;
        output["by"] = answered.Actor;
        return output;
    }

    private void TimeIsUp()
    {
        switch (State.Phase)
        {
            case Phase.Backoff: StartTry(); break;
            case Phase.Again: StartRepeat(); break;
            case Phase.Delay: Finish("done", null); break;
            case Phase.Signal: Finish("timeout", null); break;
            case Phase.Person when State.Task is { OnTimeout: { } choice } task:
                _effects.Add(new WorkflowEffect.TaskClosed(task.Key, choice));
                Finish(choice, new JsonObject { ["choice"] = choice, ["by"] = "time" });
                break;
            default: break;
        }
    }
}
