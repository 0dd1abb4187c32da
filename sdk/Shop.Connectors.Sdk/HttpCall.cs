namespace Shop.Connectors.Sdk;

/// <summary>
/// One request to the supplier, carried out by the broker: it adds the host, secrets, market headers and manners (pace, robots, back-off).
/// Values of <see cref="Query"/>, <see cref="Form"/>, <see cref="Headers"/> and <see cref="Body"/> may contain <c>{secret:name}</c>, filled in
/// outside the connector. Text that came from a person or the supplier goes through <see cref="Literal"/> first.
/// </summary>
/// <param name="Endpoint">Name of an endpoint of the manifest, for example <c>api</c>. Its base address belongs to the installation.</param>
/// <param name="Path">Path below the base address, starting with <c>/</c>, already percent-encoded.</param>
public sealed record HttpCall(string Endpoint, string Path)
{
    /// <summary><c>GET</c> by default; <c>POST</c> when a form or body is given.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Query parameters, not encoded. Empty by default.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>Form fields (application/x-www-form-urlencoded), not encoded. Null means no form.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }

    /// <summary>Raw body; used when <see cref="Form"/> is null. Null means no body.</summary>
    public string? Body { get; init; }

    /// <summary>Media type of <see cref="Body"/>; <c>application/json</c> by default.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Extra headers. Host, cookies and user agent belong to the broker and are refused.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Fields of a JSON answer that are secrets (tokens): field name → secret name. The broker stores them and replaces the value in the answer
    /// by <c>{secret:name}</c>, so that they never reach the connector. Empty by default.
    /// </summary>
    public IReadOnlyDictionary<string, string> KeepSecrets { get; init; } = new Dictionary<string, string>();

    /// <summary>True when repeating the call could do something twice (placing an order). The broker then never retries it by itself. Default false.</summary>
    public bool Unrepeatable { get; init; }

    /// <summary>Makes text safe to stand in a template: <c>{secret:</c> loses its meaning.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text, unchanged but for the escaped marker; the broker removes the escape again.</returns>
    public static string Literal(string text) => text.Replace("{secret:", "{{secret:", StringComparison.Ordinal);
}
