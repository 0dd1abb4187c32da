namespace Shop.Connectors.Sdk;

/// <summary>
/// Everything a connector may touch. It owns no thread, file, socket or secret: all effects go through here and are carried out by the broker
/// for one tenant, one account and one call.
/// </summary>
public interface IConnectorContext
{
    /// <summary>The current time (UTC); fixed in tests and replays.</summary>
    TimeProvider Time { get; }

    /// <summary>Non-secret settings of this tenant's account, by the names of the manifest's settings schema.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Sends a request. Network failures, refused hosts, pace and challenges come back as faults.</summary>
    /// <param name="call">The request.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The supplier's answer whatever its status code, or a fault when none was received.</returns>
    Task<Answer<HttpAnswer>> SendAsync(HttpCall call, CancellationToken cancellationToken);

    /// <summary>Computes a keyed signature without showing the key. The text may contain <c>{secret:name}</c>.</summary>
    /// <param name="secretName">Name of the secret that is the key.</param>
    /// <param name="algorithm"><c>HMAC-SHA256</c>, <c>HMAC-SHA1</c> or <c>HMAC-MD5</c>.</param>
    /// <param name="template">The text to sign, in UTF-8 after templates are filled.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The signature as upper-case hexadecimal, or <see cref="FaultKind.Unauthorised"/> when a secret is missing.</returns>
    Task<Answer<string>> SignAsync(string secretName, string algorithm, string template, CancellationToken cancellationToken);

    /// <summary>Asks a person (challenge, one-time code, assisted step). The call waits for at most the step's deadline.</summary>
    /// <param name="question">What is asked, in plain English, without personal data.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The person's answer, or <see cref="FaultKind.Challenge"/> when nobody answered.</returns>
    Task<Answer<string>> AskPersonAsync(string question, CancellationToken cancellationToken);

    /// <summary>Opens a page on the account's isolated browser profile.</summary>
    /// <param name="endpoint">Name of an endpoint of the manifest.</param>
    /// <param name="path">Path below its base address.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The open page; <see cref="FaultKind.Unsupported"/> where the installation has no browser.</returns>
    Task<Answer<IBrowserPage>> OpenPageAsync(string endpoint, string path, CancellationToken cancellationToken);

    /// <summary>Writes a line to the platform's log; control characters are escaped, known secrets removed.</summary>
    /// <param name="message">The line.</param>
    void Log(string message);
}
