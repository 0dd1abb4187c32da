using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Shop.Platform.Workflows.Interpreter;

/// <summary>Everything the interpreter knows of one instance. Stored as JSON; changes are additive, for running instances are read by newer code.</summary>
internal sealed record InstanceState
{
    public Phase Phase { get; init; }

    /// <summary><c>input</c> and, under each finished step's name, its last output.</summary>
    public JsonObject Data { get; init; } = [];

    /// <summary>The one live step; null before the start and after the end.</summary>
    public string? Step { get; init; }

    /// <summary>How often the live step was entered, this time included: the attempt group of its effects' key.</summary>
    public int Visit { get; init; }

    public int Attempt { get; init; }

    /// <summary>How often the attempt asked to be run again (polling).</summary>
    public int Repeat { get; init; }

    /// <summary>Failed tries since the step was entered, or since a person said to try again.</summary>
    public int Failures { get; init; }

    /// <summary>Tries in a row whose process died.</summary>
    public int Crashes { get; init; }

    /// <summary>An earlier try of this visit may have acted without its result being known.</summary>
    public bool Unclear { get; init; }

    public DateTimeOffset FirstStartedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Name of the signal waited for.</summary>
    public string? Signal { get; init; }

    public OpenTask? Task { get; init; }
    public ImmutableSortedDictionary<string, int> Visits { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Steps entered since the start, or since a person allowed a long loop to go on.</summary>
    public int Total { get; init; }

    /// <summary>Signals that came before anything waited for them, oldest first.</summary>
    public ImmutableList<KeptSignal> Kept { get; init; } = [];

    /// <summary>Ids of all signals taken or kept.</summary>
    public ImmutableList<string> Seen { get; init; } = [];

    /// <summary>Compensations of finished steps, oldest first.</summary>
    public ImmutableList<string> Undo { get; init; } = [];

    public bool CancelAsked { get; init; }

    /// <summary>How it ended, or will end once compensations are done.</summary>
    public WorkflowStatus? EndAs { get; init; }

    /// <summary>Names the try in flight; a result for any other try is stale.</summary>
    public string Try => $"{Step}:{Visit}:{Attempt}:{Repeat}";

    public WorkflowStatus Status => Phase switch
    {
        Phase.Ended => EndAs ?? WorkflowStatus.Completed,
        Phase.New or Phase.Running => WorkflowStatus.Running,
        _ => WorkflowStatus.Waiting,
    };
}

internal enum Phase
{
    New,

    /// <summary>A try is started; only its result, or the news that its process died, leads on.</summary>
    Running,

    /// <summary>Waits to repeat a failed try.</summary>
    Backoff,

    /// <summary>Waits to poll again.</summary>
    Again,
    Delay,
    Signal,
    Person,
    Ended,
}

internal sealed record KeptSignal(string Id, string Name, JsonNode? Payload);

/// <param name="Key">Unique within the instance.</param>
/// <param name="OnTimeout">Choice taken when time is up; null when it waits for ever.</param>
/// <param name="Asks">Who asks: the step, or the engine about a step that keeps failing or a loop without end.</param>
internal sealed record OpenTask(string Key, ImmutableList<OpenChoice> Choices, string? OnTimeout, Asker Asks);

/// <param name="Output">What the choice itself adds to the answer.</param>
internal sealed record OpenChoice(string Key, string Outcome, JsonObject? Output);

internal enum Asker
{
    Step,
    Failing,
    Looping,
}
