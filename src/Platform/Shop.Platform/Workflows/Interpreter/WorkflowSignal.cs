using System.Text.Json.Nodes;

namespace Shop.Platform.Workflows.Interpreter;

/// <summary>Something that may move an instance.</summary>
internal abstract record WorkflowSignal
{
    /// <summary>Look whether a time has come. Early or repeated is harmless.</summary>
    internal sealed record Due : WorkflowSignal;

    /// <summary>The try in flight died with its process.</summary>
    internal sealed record Interrupted : WorkflowSignal;

    internal sealed record Returned(string Try, ActivityResult Result) : WorkflowSignal;

    internal sealed record Threw(string Try, string Error) : WorkflowSignal;

    internal sealed record Arrived(string Id, string Name, JsonNode? Payload) : WorkflowSignal;

    internal sealed record Answered(string Task, string Choice, JsonObject Fields, string Actor) : WorkflowSignal;

    internal sealed record CancelAsked(string Actor) : WorkflowSignal;
}
