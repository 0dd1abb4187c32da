using Shop.Platform.Kernel;

namespace Shop.Platform.Workflows;

/// <summary>One run of a definition.</summary>
public sealed class WorkflowInstance : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<WorkflowInstance> Id { get; init; }
    public required string Definition { get; init; }
    public int DefinitionVersion { get; init; }

    /// <summary>What it is about, unique per definition, for example the order's id.</summary>
    public required string Correlation { get; init; }

    public WorkflowStatus Status { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it must be looked at: a timer, a retry, or a running step whose process may be gone. Null when it waits without limit or has ended.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Input, outputs, tokens and waits, as JSON; only the interpreter reads it.</summary>
    public required string State { get; set; }

    /// <summary>Raised by each commit; a second activation that holds an older number loses.</summary>
    public int Version { get; set; }
}

public enum WorkflowStatus
{
    Running,
    Waiting,
    Completed,
    Failed,
    Cancelled,
}
