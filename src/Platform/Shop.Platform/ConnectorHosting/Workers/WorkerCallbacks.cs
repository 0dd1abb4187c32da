using System.Collections.Concurrent;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Protocol;
using StreamJsonRpc;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>What a worker can ask of the host, and only under the id of a call that is running in it.</summary>
internal sealed class WorkerCallbacks
{
    private readonly ConcurrentDictionary<string, CallScope> _running = new(StringComparer.Ordinal);

    public int Running => _running.Count;

    public IEnumerable<CallScope> Scopes => _running.Values;

    [JsonRpcIgnore]
    public void Begin(CallScope scope) => _running[scope.CallId] = scope;

    [JsonRpcIgnore]
    public void End(CallScope scope) => _running.TryRemove(scope.CallId, out _);

    [JsonRpcMethod(Wire.Send)]
    public Task<Answer<HttpAnswer>> SendAsync(string callId, HttpCall call, CancellationToken cancellationToken) =>
        Under(callId, scope => scope.Broker.SendAsync(scope, call, cancellationToken));

    [JsonRpcMethod(Wire.Sign)]
    public Task<Answer<string>> SignAsync(string callId, string secretName, string algorithm, string template, CancellationToken cancellationToken) =>
        Under(callId, scope => scope.Broker.SignAsync(scope, secretName, algorithm, template, cancellationToken));

    [JsonRpcMethod(Wire.AskPerson)]
    public Task<Answer<string>> AskPersonAsync(string callId, string question, CancellationToken cancellationToken) =>
        Under(callId, scope => scope.Broker.AskPersonAsync(scope, question, cancellationToken));

    [JsonRpcMethod(Wire.OpenPage)]
    public Task<Answer<string>> OpenPageAsync(string callId, string endpoint, string path, CancellationToken cancellationToken) =>
        Under<string>(callId, _ => Task.FromResult<Answer<string>>(
            new Fault(FaultKind.Unsupported, "This installation has no browser for connectors.") { Detail = $"{endpoint}{path}" }));

    [JsonRpcMethod(Wire.Log)]
    public Task LogAsync(string callId, string message) =>
        _running.TryGetValue(callId, out CallScope? scope) ? scope.Broker.LogAsync(scope, message) : Task.CompletedTask;

    private Task<Answer<T>> Under<T>(string callId, Func<CallScope, Task<Answer<T>>> act) =>
        _running.TryGetValue(callId, out CallScope? scope)
            ? act(scope)
            : Task.FromResult<Answer<T>>(new Fault(FaultKind.ConnectorBug, "The connector asked for something outside of a running call."));
}
