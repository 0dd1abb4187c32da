using Shop.Platform.Kernel;

namespace Shop.Platform.Workflows;

/// <summary>
/// Something handed to an instance: a signal, an answer or the wish to cancel. Stored before the caller is answered, so that it survives a crash; taken by
/// the instance together with its next state. Its key makes a repeat the same item.
/// </summary>
internal sealed class InboxItem : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<WorkflowInstance> InstanceId { get; init; }

    /// <summary>The signal's id, or the engine's own for answers and cancellation.</summary>
    public required string Key { get; init; }

    public InboxKind Kind { get; init; }

    /// <summary>Signal: its name. Answer: the task's key. Cancellation: empty.</summary>
    public required string Name { get; init; }

    /// <summary>Payload or fields as JSON.</summary>
    public string? Payload { get; init; }

    /// <summary>Choice of an answer.</summary>
    public string? Choice { get; init; }

    public string? Actor { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? TakenAt { get; set; }
}

internal enum InboxKind
{
    Signal,
    Answer,
    Cancel,
}
