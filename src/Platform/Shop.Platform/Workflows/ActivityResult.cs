using System.Text.Json.Nodes;

namespace Shop.Platform.Workflows;

/// <summary>
/// How a step ended: which outcome's edge to follow, and its output. Changes the activity made on the scope's <c>ShopDb</c> without saving are
/// committed together with the journal row, the instance and the outbox, in one transaction.
/// </summary>
/// <param name="Outcome">Name of an edge of the step, for example <c>done</c>.</param>
/// <param name="Output">Stored under the step's name in the instance's data. Null for none.</param>
public sealed record ActivityResult(string Outcome, JsonNode? Output = null)
{
    /// <summary>Come back later: nothing is final, the same step runs again after <see cref="RepeatAfter"/>. Not counted as a failure (polling).</summary>
    public TimeSpan? RepeatAfter { get; init; }

    /// <summary>Ask a person: the step waits until the task is answered; the answer's choice becomes the outcome.</summary>
    public HumanTaskRequest? Ask { get; init; }

    public static ActivityResult Done(JsonNode? output = null) => new("done", output);

    public static ActivityResult Again(TimeSpan after) => new("") { RepeatAfter = after };

    public static ActivityResult AskPerson(HumanTaskRequest request) => new("") { Ask = request };
}

/// <summary>A question to the merchant, shown in the admin inbox.</summary>
/// <param name="Kind">Stable name, for example <c>price-jump</c>; the inbox chooses icon and words by it.</param>
/// <param name="Title">What is the matter, in one line.</param>
/// <param name="Details">What a person needs to decide: amounts, links (<c>orderId</c>, <c>productId</c>), reasons.</param>
/// <param name="Choices">What may be answered; each key is an outcome of the step.</param>
public sealed record HumanTaskRequest(string Kind, string Title, JsonObject Details, IReadOnlyList<HumanTaskChoice> Choices)
{
    /// <summary>When the choice <see cref="OnTimeout"/> is taken by itself. Null waits for ever.</summary>
    public TimeSpan? Timeout { get; init; }

    public string? OnTimeout { get; init; }
}

/// <param name="Key">Names the choice within the question; the outcome taken unless <see cref="Outcome"/> says otherwise.</param>
/// <param name="Label">Button text.</param>
/// <param name="Effect">What will happen, in one sentence.</param>
public sealed record HumanTaskChoice(string Key, string Label, string Effect)
{
    /// <summary>The outcome taken, where several choices share one. Null: the key.</summary>
    public string? Outcome { get; init; }

    /// <summary>Handed to the next steps as part of the answer's output. Null for nothing.</summary>
    public JsonObject? Output { get; init; }

    /// <summary>Fields the person must fill, name → label; handed to the next steps as the answer's output. Empty for a plain choice.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
