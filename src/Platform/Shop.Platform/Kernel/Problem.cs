namespace Shop.Platform.Kernel;

public enum ProblemKind
{
    /// <summary>A value is wrong; <see cref="Problem.Fields"/> says which. HTTP 400.</summary>
    Invalid,

    /// <summary>There is no such thing for this caller. HTTP 404.</summary>
    NotFound,

    /// <summary>Someone else changed it, or its state does not allow this. HTTP 409.</summary>
    Conflict,

    /// <summary>The caller may not do this. HTTP 403.</summary>
    Forbidden,

    /// <summary>A limit of the tenant or its plan is reached. HTTP 429.</summary>
    Limit,

    /// <summary>A supplier or another service does not answer. HTTP 503.</summary>
    Unavailable,
}

/// <summary>An expected failure: what is wrong and what to do, in words a person can act on.</summary>
/// <param name="Code">Stable key for programs and translations, for example <c>order.not-refundable</c>.</param>
/// <param name="Message">English sentence; the pages translate by <paramref name="Code"/>.</param>
public sealed record Problem(ProblemKind Kind, string Code, string Message)
{
    /// <summary>Field name → what is wrong with it. Empty when no single field is at fault.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    public static Problem Invalid(string code, string message) => new(ProblemKind.Invalid, code, message);

    public static Problem InvalidField(string field, string message) =>
        new(ProblemKind.Invalid, "invalid", message) { Fields = new Dictionary<string, string> { [field] = message } };

    public static Problem NotFound(string what) => new(ProblemKind.NotFound, "not-found", $"This {what} does not exist.");

    public static Problem Conflict(string code, string message) => new(ProblemKind.Conflict, code, message);

    public static Problem Unavailable(string code, string message) => new(ProblemKind.Unavailable, code, message);
}
