using System.Text.Json.Nodes;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Workflows.Interpreter;

/// <summary>What must be done, or recorded, with a transition.</summary>
internal abstract record WorkflowEffect
{
    /// <summary>Run an activity once the transition is committed. At most one per transition, and then the last effect.</summary>
    internal sealed record RunActivity(
        string Step, StepDefinition Definition, int Visit, int Attempt, bool Recovering, DateTimeOffset FirstStartedAt, string Try) : WorkflowEffect;

    internal sealed record StepBegan(string Step, int Visit, int Attempt) : WorkflowEffect;

    /// <summary>The same try was or will be run again (polling).</summary>
    internal sealed record StepRepeated(string Step, int Visit, int Attempt) : WorkflowEffect;

    /// <param name="Outcome">Null when the try failed.</param>
    internal sealed record StepEnded(string Step, int Visit, int Attempt, string? Outcome, JsonNode? Output, string? Error) : WorkflowEffect;

    internal sealed record TaskOpened(string Key, string Step, HumanTaskRequest Request) : WorkflowEffect;

    /// <summary>The question has no point any more (time is up, cancelled).</summary>
    internal sealed record TaskClosed(string Key, string Choice) : WorkflowEffect;
}

internal sealed record Transition(InstanceState State, IReadOnlyList<WorkflowEffect> Effects);
