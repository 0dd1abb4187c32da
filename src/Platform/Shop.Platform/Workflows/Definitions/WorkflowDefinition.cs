using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Shop.Platform.Kernel;

namespace Shop.Platform.Workflows.Definitions;

/// <summary>A versioned graph of steps. README.md describes the JSON form.</summary>
public sealed record WorkflowDefinition
{
    public const string End = "end";
    public const string Fail = "fail";

    private static readonly JsonSerializerOptions Strict = new(KernelJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public required string Name { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }

    /// <summary>Name of each required input → what it is.</summary>
    public IReadOnlyDictionary<string, string> Input { get; init; } = new Dictionary<string, string>();

    public required string Start { get; init; }
    public required IReadOnlyDictionary<string, StepDefinition> Steps { get; init; }

    /// <exception cref="JsonException">Not a definition; the message names the place.</exception>
    public static WorkflowDefinition Parse(string json) => JsonSerializer.Deserialize<WorkflowDefinition>(json, Strict)!;

    public static bool IsFinal(string target) => target is End or Fail;
}

/// <summary>One step: what it does and where each outcome leads.</summary>
public sealed record StepDefinition
{
    /// <summary>Shown to people; null shows the step's name.</summary>
    public string? Title { get; init; }

    /// <summary>Name of a registered activity, or <c>delay</c>, <c>wait-signal</c>, <c>ask-person</c>.</summary>
    public required string Activity { get; init; }

    public JsonObject Settings { get; init; } = [];
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>
    /// Activity: one try may take this long (null: <see cref="DefaultTrySeconds"/>), then it counts as failed. Wait or question: after this long
    /// the outcome <c>timeout</c> is taken (null: never).
    /// </summary>
    public double? TimeoutSeconds { get; init; }

    /// <summary>Outcome → next step, <c>end</c> or <c>fail</c>.</summary>
    public IReadOnlyDictionary<string, string> On { get; init; } = new Dictionary<string, string>();

    /// <summary>Step that undoes this one when the instance fails or is cancelled after it. Null for none.</summary>
    public string? Compensation { get; init; }

    internal const double DefaultTrySeconds = 120;

    internal StepKind Kind => Activity switch
    {
        "delay" => StepKind.Delay,
        "wait-signal" => StepKind.WaitSignal,
        "ask-person" => StepKind.AskPerson,
        _ => StepKind.Activity,
    };
}

internal enum StepKind
{
    Activity,
    Delay,
    WaitSignal,
    AskPerson,
}

/// <summary>How failed tries (exceptions, time-outs, crashes) are repeated: after first, first·factor, first·factor² … seconds.</summary>
public sealed record RetryPolicy
{
    public int MaxAttempts { get; init; } = 5;
    public double FirstDelaySeconds { get; init; } = 1;
    public double Factor { get; init; } = 2;
    public double MaxDelaySeconds { get; init; } = 300;

    /// <param name="failures">Failed tries so far, from 1.</param>
    internal TimeSpan DelayAfter(int failures) =>
        TimeSpan.FromSeconds(Math.Min(MaxDelaySeconds, FirstDelaySeconds * Math.Pow(Factor, Math.Min(failures - 1, 60))));
}
