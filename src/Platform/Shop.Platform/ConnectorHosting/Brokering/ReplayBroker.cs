using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>Answers every request with one stored answer; nothing leaves the machine.</summary>
internal sealed class ReplayBroker(HttpAnswer answer, TextWriter log) : IBroker
{
    public Task<Answer<HttpAnswer>> SendAsync(CallScope scope, HttpCall call, CancellationToken cancellationToken) =>
        Task.FromResult<Answer<HttpAnswer>>(answer);

    public Task<Answer<string>> SignAsync(CallScope scope, string secretName, string algorithm, string template, CancellationToken cancellationToken) =>
        Task.FromResult<Answer<string>>(new string('0', 64));

    public Task<Answer<string>> AskPersonAsync(CallScope scope, string question, CancellationToken cancellationToken) =>
        Task.FromResult<Answer<string>>(new Fault(FaultKind.Challenge, "The supplier wants a person to answer.") { Detail = question });

    public Task LogAsync(CallScope scope, string message) => log.WriteLineAsync($"log: {Scrubber.Line(message, new Dictionary<string, string>())}");
}

/// <summary>A replay has no account.</summary>
internal sealed class NoSecrets : ISecretStore
{
    public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    public Task KeepAsync(IReadOnlyDictionary<string, string> secrets, CancellationToken cancellationToken) => Task.CompletedTask;
}
