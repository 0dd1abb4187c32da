using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Protocol;
using StreamJsonRpc;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>One running worker: its process, its connection, the calls in it.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly WorkerRunFolder _folder;
    private readonly WorkerCallbacks _callbacks = new();
    private JsonRpc? _rpc;
    private int _ended;

    public WorkerProcess(Process process, WorkerRunFolder folder) => (_process, _folder) = (process, folder);

    public IReadOnlyList<string> Capabilities { get; private set; } = [];

    public int ProcessId => _process.Id;

    public int Running => _callbacks.Running;

    public IEnumerable<CallScope> Calls => _callbacks.Scopes;

    public bool Alive => Volatile.Read(ref _ended) == 0 && _rpc is { IsDisposed: false } rpc && !rpc.Completion.IsCompleted;

    /// <summary>True when the host itself ended the worker: what its calls then see is no crash.</summary>
    public bool EndedByHost => Volatile.Read(ref _ended) != 0;

    /// <summary>Waits for the worker's connection and for the connector to be loaded.</summary>
    /// <returns>Why it does not work; null when it does.</returns>
    public async Task<string?> HandshakeAsync(ILogger log, CancellationToken cancellationToken)
    {
        Task exited = _process.WaitForExitAsync(cancellationToken);
        Task<Socket> connected = _folder.AcceptAsync(cancellationToken);
        if (await Task.WhenAny(exited, connected) == exited)
            return $"The worker ended at start (code {_process.ExitCode}): {await StderrAsync()}";

        _rpc = new JsonRpc(new BoundedMessageHandler(new NetworkStream(await connected, ownsSocket: true)));
        _rpc.AddLocalRpcTarget(_callbacks, new JsonRpcTargetOptions { UseSingleObjectParameterDeserialization = false });
        _rpc.TraceSource.Switch.Level = SourceLevels.Off;
        _rpc.StartListening();
        WorkerHello hello = await _rpc.InvokeWithCancellationAsync<WorkerHello>(Wire.Hello, [Wire.Version], cancellationToken);
        if (hello.Problem is not null || hello.Protocol != Wire.Version)
            return hello.Problem ?? $"The worker speaks protocol {hello.Protocol}, the host {Wire.Version}.";
        Capabilities = hello.Capabilities;
        log.LogDebug("Worker {ProcessId} is ready: {Capabilities}", ProcessId, string.Join(", ", Capabilities));
        StopListeningToOutput();
        return null;
    }

    public async Task<JsonElement> InvokeAsync(CallScope scope, CallRequest request, CancellationToken cancellationToken)
    {
        _callbacks.Begin(scope);
        try
        {
            return await _rpc!.InvokeWithCancellationAsync<JsonElement>(Wire.Invoke, [request], cancellationToken);
        }
        finally
        {
            _callbacks.End(scope);
        }
    }

    /// <summary>Memory of the worker and whatever it started, in bytes; 0 when it is gone.</summary>
    public long MemoryBytes => ProcessMemory.OfTree(ProcessId);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return;
        await ProcessEnd.KillAsync(_process);
        _rpc?.Dispose();
        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>From now on a connector that writes to its output gets an error instead of filling a pipe or the operator's terminal.</summary>
    private void StopListeningToOutput()
    {
        _process.StandardInput.Dispose();
        _process.StandardOutput.Dispose();
        _process.StandardError.Dispose();
    }

    private async Task<string> StderrAsync()
    {
        string text = (await _process.StandardError.ReadToEndAsync()).Trim();
        return text.Length <= 1000 ? text : text[..1000];
    }
}
