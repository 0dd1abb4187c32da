namespace Shop.Connectors.Sdk;

/// <summary>Why a call gave no value: one text for the merchant, one for the log.</summary>
/// <param name="Kind">What went wrong and who can mend it.</param>
/// <param name="Message">For the merchant, in plain English, with what to do. Holds no secret and no personal data.</param>
public sealed record Fault(FaultKind Kind, string Message)
{
    /// <summary>For the log: codes and texts as the supplier gave them. Null when there is nothing beyond <see cref="Message"/>.</summary>
    public string? Detail { get; init; }

    /// <summary>The supplier's own error code, verbatim. Null when it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>With <see cref="FaultKind.LayoutChanged"/>: path of the part that was missing or of another kind. Null otherwise.</summary>
    public string? Field { get; init; }

    /// <summary>With <see cref="FaultKind.RateLimited"/> or <see cref="FaultKind.Unavailable"/>: how long to wait from now. Null when nobody knows.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
