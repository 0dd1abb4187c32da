using System.Text.Json.Nodes;
using Shop.Platform.Kernel;

namespace Shop.Platform.Workflows;

/// <summary>Starts and signals workflow instances of the current tenant.</summary>
public interface IWorkflows
{
    /// <summary>
    /// Adds an instance of the newest version of a definition to the scope's <c>ShopDb</c>; it runs once that is saved. The correlation is unique
    /// per tenant and definition: starting it again returns the existing instance.
    /// </summary>
    Task<Id<WorkflowInstance>> StartAsync(string definition, string correlation, JsonObject input, CancellationToken cancellationToken);

    /// <summary>Hands a signal to the step that waits for it, or keeps it until one does. The same signal id counts once.</summary>
    Task SignalAsync(Id<WorkflowInstance> instance, string signal, string signalId, JsonNode? payload, CancellationToken cancellationToken);

    /// <summary>Answers a human task.</summary>
    Task<Outcome<Done>> AnswerAsync(Id<HumanTask> task, string choice, JsonObject fields, string actor, CancellationToken cancellationToken);

    /// <summary>Asks an instance to stop before its next step.</summary>
    Task<Outcome<Done>> CancelAsync(Id<WorkflowInstance> instance, string actor, CancellationToken cancellationToken);
}
