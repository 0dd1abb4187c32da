namespace Shop.Connectors.Sdk;

/// <summary>What the supplier answered. Kept secrets are already replaced (<see cref="HttpCall.KeepSecrets"/>).</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Body">The body as text, decoded by its declared character set, UTF-8 when none is declared.</param>
/// <param name="Address">Address of the answer after redirects, without host credentials: walls are often recognised by it.</param>
public sealed record HttpAnswer(int Status, string Body, string Address)
{
    /// <summary>Media type without parameters, lower case; empty when the supplier sent none.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>When the answer was received (UTC).</summary>
    public DateTimeOffset At { get; init; }
}
