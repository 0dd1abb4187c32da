using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Protocol;
using StreamJsonRpc;

namespace Shop.ConnectorWorker;

/// <summary>The connector's world for one call: every effect is a question to the host under the call's id.</summary>
internal sealed class CallContext(CallRequest request, JsonRpc host, CancellationToken callEnds) : IConnectorContext
{
    public TimeProvider Time { get; } = new HostClock(request.Now, request.ClockStands);

    public IReadOnlyDictionary<string, string> Settings => request.Settings;

    public Task<Answer<HttpAnswer>> SendAsync(HttpCall call, CancellationToken cancellationToken) =>
        AskAsync<HttpAnswer>(Wire.Send, [call], cancellationToken);

    public Task<Answer<string>> SignAsync(string secretName, string algorithm, string template, CancellationToken cancellationToken) =>
        AskAsync<string>(Wire.Sign, [secretName, algorithm, template], cancellationToken);

    public Task<Answer<string>> AskPersonAsync(string question, CancellationToken cancellationToken) =>
        AskAsync<string>(Wire.AskPerson, [question], cancellationToken);

    public async Task<Answer<IBrowserPage>> OpenPageAsync(string endpoint, string path, CancellationToken cancellationToken)
    {
        Answer<string> answer = await AskAsync<string>(Wire.OpenPage, [endpoint, path], cancellationToken);
        return answer.Fault ?? new Fault(FaultKind.Unsupported, "This installation has no browser for connectors.");
    }

    public void Log(string message) => _ = host.NotifyAsync(Wire.Log, request.CallId, message);

    private async Task<Answer<T>> AskAsync<T>(string method, object?[] arguments, CancellationToken cancellationToken)
    {
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(callEnds, cancellationToken);
        return await host.InvokeWithCancellationAsync<Answer<T>>(method, [request.CallId, .. arguments], both.Token);
    }
}
