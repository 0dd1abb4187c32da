using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Workflows.Interpreter;

/// <summary>
/// The rules of workflows as a pure function: no clock, no input or output, no randomness. The same definition, state, signal and time always give the
/// same next state and effects, so runs can be replayed and simulated.
/// </summary>
internal static class WorkflowInterpreter
{
    public static Transition Advance(WorkflowDefinition definition, InstanceState state, WorkflowSignal signal, DateTimeOffset now)
    {
        if (state.Phase == Phase.Ended)
            return new(state, []);
        var machine = new Machine(definition, state, now);
        switch (signal)
        {
            case WorkflowSignal.Due: machine.LookAtClock(); break;
            case WorkflowSignal.Interrupted: machine.Resume(); break;
            case WorkflowSignal.Returned returned: machine.Take(returned); break;
            case WorkflowSignal.Threw threw: machine.Take(threw); break;
            case WorkflowSignal.Arrived arrived: machine.Take(arrived); break;
            case WorkflowSignal.Answered answered: machine.Take(answered); break;
            case WorkflowSignal.CancelAsked: machine.AskToCancel(); break;
            default: throw new InvalidOperationException($"Unknown signal {signal.GetType().Name}.");
        }
        return new(machine.State, machine.Effects);
    }

    /// <summary>Null when the definition knows where the result leads; otherwise what is wrong with it.</summary>
    public static string? Refuses(StepDefinition step, ActivityResult result)
    {
        if (result.RepeatAfter is not null)
            return null;
        if (result.Ask is not { } ask)
            return step.On.ContainsKey(result.Outcome) ? null : $"The outcome '{result.Outcome}' leads nowhere.";
        if (ask.Choices.FirstOrDefault(c => !step.On.ContainsKey(c.Outcome ?? c.Key)) is { } choice)
            return $"The choice '{choice.Key}' leads nowhere.";
        return ask.Timeout is not null && (ask.OnTimeout is null || !step.On.ContainsKey(ask.OnTimeout)) ? "The question's time-out leads nowhere." : null;
    }
}
