using System.Text.Json.Nodes;

namespace Shop.Platform.Workflows.Definitions;

/// <summary>What can be wrong with one step by itself.</summary>
internal static class StepCheck
{
    /// <summary>Outcomes the engine itself may take.</summary>
    private static readonly string[] Own = ["error", "timeout"];

    public static IEnumerable<string> Run(string name, StepDefinition step, WorkflowDefinition definition, ActivityCatalog activities) =>
        Edges(step, definition).Concat(Kind(step, activities)).Concat(Policy(step)).Select(fault => $"Step '{name}': {fault}");

    private static IEnumerable<string> Edges(StepDefinition step, WorkflowDefinition definition)
    {
        if (step.On.Count == 0)
            yield return "it has no outcome to follow.";
        foreach (var (outcome, target) in step.On.Where(e => !WorkflowDefinition.IsFinal(e.Value) && !definition.Steps.ContainsKey(e.Value)))
            yield return $"outcome '{outcome}' leads to '{target}', which does not exist.";
        if (step.Compensation is { } undo && !definition.Steps.ContainsKey(undo))
            yield return $"its compensation '{undo}' does not exist.";
    }

    private static IEnumerable<string> Kind(StepDefinition step, ActivityCatalog activities) => step.Kind switch
    {
        StepKind.Delay => Delay(step),
        StepKind.WaitSignal => WaitSignal(step),
        StepKind.AskPerson => AskPerson(step),
        _ => Activity(step, activities),
    };

    private static IEnumerable<string> Delay(StepDefinition step)
    {
        if (step.Settings["seconds"] is null && step.Settings["secondsFrom"] is null)
            yield return "a delay needs the setting seconds or secondsFrom.";
        foreach (var fault in Outcomes(step, ["done"], []))
            yield return fault;
    }

    private static IEnumerable<string> WaitSignal(StepDefinition step)
    {
        if (step.Settings["signal"] is null)
            yield return "wait-signal needs the setting signal.";
        foreach (var fault in Outcomes(step, step.TimeoutSeconds is null ? ["done"] : ["done", "timeout"], []))
            yield return fault;
    }

    private static IEnumerable<string> AskPerson(StepDefinition step)
    {
        var keys = (step.Settings["choices"] as JsonArray)?.Select(c => (string?)c?["key"]).OfType<string>().ToList() ?? [];
        if (keys.Count == 0 || step.Settings["title"] is null || step.Settings["kind"] is null)
            yield return "ask-person needs the settings kind, title and choices (each with key, label, effect).";
        foreach (var fault in Outcomes(step, step.TimeoutSeconds is null ? keys : [.. keys, "timeout"], []))
            yield return fault;
    }

    private static IEnumerable<string> Activity(StepDefinition step, ActivityCatalog activities)
    {
        if (activities.Find(step.Activity) is not { } activity)
            return [$"there is no activity '{step.Activity}'."];
        return activity.Outcomes.Count == 0 ? [] : Outcomes(step, activity.Outcomes, Own);
    }

    private static IEnumerable<string> Outcomes(StepDefinition step, IReadOnlyList<string> declared, IReadOnlyList<string> optional) =>
        declared.Where(o => !step.On.ContainsKey(o)).Select(o => $"outcome '{o}' leads nowhere.")
            .Concat(step.On.Keys.Where(o => !declared.Contains(o) && !optional.Contains(o)).Select(o => $"it never has the outcome '{o}'."));

    private static IEnumerable<string> Policy(StepDefinition step)
    {
        if (step.Retry is { MaxAttempts: < 1 } or { FirstDelaySeconds: < 0 } or { Factor: < 1 } or { MaxDelaySeconds: < 0 })
            yield return "retry needs maxAttempts from 1, delays from 0 and a factor from 1.";
        if (step.TimeoutSeconds is <= 0)
            yield return "timeoutSeconds must be above 0.";
    }
}
