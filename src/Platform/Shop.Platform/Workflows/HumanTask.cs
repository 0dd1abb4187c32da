using Shop.Platform.Kernel;

namespace Shop.Platform.Workflows;

/// <summary>A question of a workflow to a person, shown in the inbox until it is answered.</summary>
public sealed class HumanTask : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<HumanTask> Id { get; init; }
    public Id<WorkflowInstance> InstanceId { get; init; }
    public required string Step { get; init; }

    /// <summary>Names the wait it belongs to within the instance.</summary>
    public required string Key { get; init; }

    public required string Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>Details as JSON.</summary>
    public required string Details { get; init; }

    /// <summary>The choices as JSON (<see cref="HumanTaskChoice"/> list).</summary>
    public required string Choices { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public string? AnsweredBy { get; set; }
    public string? Choice { get; set; }
}
