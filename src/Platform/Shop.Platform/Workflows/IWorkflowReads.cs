using System.Text.Json.Nodes;
using Shop.Platform.Kernel;

namespace Shop.Platform.Workflows;

/// <summary>What people may see of workflows: rows to filter, one instance with every step, and the inbox.</summary>
public interface IWorkflowReads
{
    /// <summary>Newest change first.</summary>
    Task<Page<InstanceSummary>> ListAsync(InstanceQuery query, CancellationToken cancellationToken);

    /// <summary>Null when there is none.</summary>
    Task<InstanceDetails?> FindAsync(Id<WorkflowInstance> id, CancellationToken cancellationToken);

    /// <summary>The newest instance about <paramref name="correlation"/>. Null when there is none.</summary>
    Task<InstanceDetails?> FindAsync(string definition, string correlation, CancellationToken cancellationToken);

    /// <summary>Questions to people: open ones oldest first, answered ones newest first.</summary>
    Task<Page<TaskItem>> TasksAsync(bool open, int page, int pageSize, CancellationToken cancellationToken);

    Task<TaskItem?> FindTaskAsync(Id<HumanTask> id, CancellationToken cancellationToken);

    Task<int> OpenTasksAsync(CancellationToken cancellationToken);

    /// <summary>Newest versions of all definitions here, for filters and graphs.</summary>
    IReadOnlyList<Definitions.WorkflowDefinition> Definitions { get; }
}

public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

/// <param name="Definition">Null for all.</param>
/// <param name="Status">Null for all.</param>
/// <param name="Correlation">Exact correlation; null for all.</param>
/// <param name="PageNumber">From 1.</param>
public sealed record InstanceQuery(string? Definition = null, WorkflowStatus? Status = null, string? Correlation = null, int PageNumber = 1, int PageSize = 50);

/// <param name="Step">The live step. Null when it has ended.</param>
public sealed record InstanceSummary(
    Id<WorkflowInstance> Id, string Definition, string Title, string Correlation, WorkflowStatus Status, string? Step, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, DateTimeOffset? DueAt);

/// <param name="Graph">The definition the instance runs.</param>
/// <param name="Runs">Every try of every step, in order: the path taken.</param>
public sealed record InstanceDetails(
    InstanceSummary Summary, Definitions.WorkflowDefinition? Graph, JsonObject Data, IReadOnlyList<StepRun> Runs, IReadOnlyList<TaskItem> Tasks);

/// <param name="Input">What the step could read that is its own: its settings.</param>
/// <param name="Cause">Why it ran: the outcome that led here, a retry, or the start.</param>
/// <param name="Duration">Null while it runs or waits.</param>
public sealed record StepRun(
    int Number, string Step, string Title, int Visit, int Attempt, int Repeats, string Cause, JsonObject Input, JsonNode? Output, string? Outcome, string? Error,
    DateTimeOffset StartedAt, TimeSpan? Duration);

public sealed record TaskItem(
    Id<HumanTask> Id, Id<WorkflowInstance> Instance, string Definition, string Correlation, string Step, string Kind, string Title, JsonObject Details,
    IReadOnlyList<HumanTaskChoice> Choices, DateTimeOffset CreatedAt, DateTimeOffset? DueAt, DateTimeOffset? AnsweredAt, string? AnsweredBy, string? Choice);
