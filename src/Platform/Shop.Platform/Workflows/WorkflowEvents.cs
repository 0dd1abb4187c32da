using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Workflows;

/// <summary>An instance was started or handed something; its grain is woken.</summary>
public sealed record WorkflowNudged(Id<WorkflowInstance> Instance) : IEvent;

/// <summary>An instance took a step.</summary>
public sealed record WorkflowMoved(Id<WorkflowInstance> Instance, string Definition, string Correlation, WorkflowStatus Status) : IEvent;

/// <summary>A person is asked.</summary>
public sealed record HumanTaskOpened(Id<HumanTask> Task, string Kind, string Title) : IEvent;

/// <summary>A question was answered or has no point any more.</summary>
public sealed record HumanTaskClosed(Id<HumanTask> Task) : IEvent;
