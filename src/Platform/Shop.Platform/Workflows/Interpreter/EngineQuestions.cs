using System.Text.Json.Nodes;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Workflows.Interpreter;

/// <summary>Questions that no activity asks: those written in a definition, and the engine's own about steps that cannot go on.</summary>
internal static class EngineQuestions
{
    public static HumanTaskRequest FromStep(StepDefinition step, JsonObject data)
    {
        var details = new JsonObject();
        foreach (var path in (step.Settings["show"] as JsonArray ?? []).Select(p => (string?)p).OfType<string>())
            details[path[(path.LastIndexOf('.') + 1)..]] = DataPath.Read(data, path)?.DeepClone();
        var choices = ((JsonArray)step.Settings["choices"]!).OfType<JsonObject>().Select(Choice).ToList();
        return new((string)step.Settings["kind"]!, (string)step.Settings["title"]!, details, choices)
        {
            Timeout = step.TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            OnTimeout = step.TimeoutSeconds is null ? null : "timeout",
        };
    }

    public static HumanTaskRequest Failing(WorkflowDefinition definition, string step, string error) => new(
        "step-failing", $"{definition.Title}: the step “{definition.Steps[step].Title ?? step}” keeps failing",
        new JsonObject { ["workflow"] = definition.Name, ["step"] = step, ["error"] = error },
        [new("retry", "Try again", "The step is tried again from the start of its retries."), new("cancel", "Give up", "The workflow is cancelled.")]);

    public static HumanTaskRequest Looping(WorkflowDefinition definition, string step) => new(
        "workflow-loops", $"{definition.Title}: it went through more than {Machine.MaxSteps} steps",
        new JsonObject { ["workflow"] = definition.Name, ["step"] = step },
        [new("retry", "Go on", "The workflow goes on for as many steps again."), new("cancel", "Give up", "The workflow is cancelled.")]);

    private static HumanTaskChoice Choice(JsonObject choice) => new((string)choice["key"]!, (string?)choice["label"] ?? (string)choice["key"]!, (string?)choice["effect"] ?? "")
    {
        Fields = (choice["fields"] as JsonObject ?? []).ToDictionary(f => f.Key, f => (string?)f.Value ?? f.Key),
    };
}
