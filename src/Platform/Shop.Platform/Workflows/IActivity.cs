using System.Text.Json.Nodes;
using Shop.Platform.Kernel;

namespace Shop.Platform.Workflows;

/// <summary>
/// One kind of workflow step, contributed by a slice and named <c>slice.verb-phrase</c> (for example <c>fulfilment.place-order</c>). Resolved in
/// a scope of the instance's tenant; registered with <c>AddActivity</c>.
/// </summary>
public interface IActivity
{
    /// <summary>Does the step. Expected failures are outcomes of the result; an exception counts as a failed try and is retried by policy.</summary>
    Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken);
}

/// <summary>What a step may know about its run.</summary>
/// <param name="Instance">The workflow instance.</param>
/// <param name="Step">Name of the step in the definition.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Recovering">
/// True when an earlier attempt of this step was started and its result never recorded (the process died): look up before acting again.
/// </param>
/// <param name="FirstStartedAt">When the first attempt of this step was started.</param>
/// <param name="Key"><c>instance:step:attempt-group</c>: the idempotency key of outside effects, the same for every retry of this step.</param>
/// <param name="Data">The instance's data: its input and, under each finished step's name, that step's output. Read only.</param>
/// <param name="Settings">The step's settings from the definition. Empty object when it has none.</param>
public sealed record ActivityContext(
    Id<WorkflowInstance> Instance, string Step, int Attempt, bool Recovering, DateTimeOffset FirstStartedAt, string Key, JsonObject Data, JsonObject Settings);
