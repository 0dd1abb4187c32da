using Shop.Platform.Kernel;

namespace Shop.Platform.Workflows;

/// <summary>One try of one step: written when it starts, completed when it ends.</summary>
public sealed class JournalEntry : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<JournalEntry> Id { get; init; }
    public Id<WorkflowInstance> InstanceId { get; init; }

    /// <summary>Order within the instance, from 1.</summary>
    public int Number { get; init; }

    public required string Step { get; init; }

    /// <summary>How often the step had been entered.</summary>
    public int Visit { get; init; }

    public int Attempt { get; init; }

    /// <summary>How often this try was run again because there was nothing new (polling).</summary>
    public int Repeats { get; set; }

    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null while it runs or waits, and when it failed.</summary>
    public string? Outcome { get; set; }

    /// <summary>Output as JSON. Null when there is none.</summary>
    public string? Output { get; set; }

    /// <summary>Why the try failed. Null otherwise.</summary>
    public string? Error { get; set; }
}
