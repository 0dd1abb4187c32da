using System.Text.Json;
using Microsoft.Extensions.Logging;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Protocol;
using Shop.Platform.ConnectorHosting.Workers;
using StreamJsonRpc;

namespace Shop.Platform.ConnectorHosting;

/// <summary>Runs one capability call in a worker and turns everything that can happen there into an answer.</summary>
internal sealed class ConnectorCalls(WorkerPool pool, Quarantine quarantine, ConnectorOptions options, TimeProvider time, ILogger<ConnectorCalls> log)
{
    /// <summary>After the deadline the worker has this long to give up by itself; then it is killed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public Task<Answer<T>> InvokeAsync<T>(CallScope scope, object?[] arguments, CancellationToken cancellationToken) =>
        InvokeAsync(scope, arguments, ReadAnswer<T>, cancellationToken);

    /// <summary>For the one capability whose answer is not an <see cref="Answer{T}"/>: recognising an address.</summary>
    public Task<Answer<string?>> InvokePlainAsync(CallScope scope, object?[] arguments, CancellationToken cancellationToken) =>
        InvokeAsync<string?>(
            scope,
            arguments,
            element => element.ValueKind is JsonValueKind.Object ? element.Deserialize<Answer<string?>>(Wire.Json)! : new Answer<string?> { Value = element.GetString() },
            cancellationToken);

    private async Task<Answer<T>> InvokeAsync<T>(CallScope scope, object?[] arguments, Func<JsonElement, Answer<T>> read, CancellationToken cancellationToken)
    {
        string connector = scope.Package.Manifest.Id;
        if (quarantine.Reason(connector, scope.Tenant) is { } reason)
            return new Fault(FaultKind.Unavailable, "The connector failed repeatedly and is held back. See the connector's page.") { Code = "quarantined", Detail = reason };
        if (scope.Package.Problem is { } problem)
            return new Fault(FaultKind.Unavailable, "The connector is not installed correctly. Ask the operator.") { Code = "package", Detail = problem };

        WorkerSlot slot = pool.Slot(scope.Package, scope.Tenant);
        Answer<T> answer = await RunAsync(slot, scope, arguments, read, cancellationToken);
        if (answer.Fault is not { } fault)
        {
            slot.Succeeded();
            return answer;
        }

        slot.Note(scope.Tenant, fault);
        if (fault.Kind == FaultKind.ConnectorBug || fault.Code == Codes.Crashed)
            quarantine.Failed(connector, scope.Tenant, fault.Detail ?? fault.Message);
        return Doubt.Of(scope, fault) is { } doubtful ? doubtful : answer;
    }

    private async Task<Answer<T>> RunAsync<T>(WorkerSlot slot, CallScope scope, object?[] arguments, Func<JsonElement, Answer<T>> read, CancellationToken cancellationToken)
    {
        if ((await slot.AcquireAsync(cancellationToken)).Failed(out Fault? unable, out WorkerProcess? worker))
            return unable;

        // The deadline starts when the worker is there: a cold start is not the connector's fault.
        using CancellationTokenSource deadline = new(options.CallDeadline, time);
        using CancellationTokenSource ends = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        Task<JsonElement> running = worker.InvokeAsync(scope with { Deadline = time.GetUtcNow() + options.CallDeadline }, Request(scope, arguments), ends.Token);
        if (!await EndsInTimeAsync(running, ends.Token))
        {
            log.LogWarning("Connector {Connector} did not end {Capability} in time; its worker is killed.", scope.Package.Manifest.Id, scope.Capability);
            await slot.DiscardAsync(worker);
            cancellationToken.ThrowIfCancellationRequested();
            return new Fault(FaultKind.ConnectorBug, "The connector did not answer in time and was stopped.") { Code = Codes.Killed };
        }

        return await ReadAsync(slot, worker, running, read, cancellationToken);
    }

    private static async Task<Answer<T>> ReadAsync<T>(
        WorkerSlot slot, WorkerProcess worker, Task<JsonElement> running, Func<JsonElement, Answer<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return read(await running);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new Fault(FaultKind.Unavailable, "The supplier did not answer in time.") { Code = Codes.Deadline };
        }
        catch (RemoteRpcException problem) when (problem is not ConnectionLostException)
        {
            return Bug(problem.Message);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException and not ObjectDisposedException or NotSupportedException)
        {
            return Bug($"The connector's answer could not be read: {problem.Message}");
        }
        catch (Exception problem) when (problem is ConnectionLostException or ObjectDisposedException or IOException or InvalidDataException)
        {
            bool crashed = !worker.EndedByHost;
            await slot.DiscardAsync(worker);
            return new Fault(FaultKind.Unavailable, "The connector stopped while it worked. It is started again at the next call.")
            {
                Code = crashed ? Codes.Crashed : Codes.Stopped,
                Detail = problem.Message,
            };
        }

        static Fault Bug(string detail) => new(FaultKind.ConnectorBug, "The connector failed on this call. The platform has noted it.") { Detail = detail };
    }

    private static Answer<T> ReadAnswer<T>(JsonElement element) =>
        element.Deserialize<Answer<T>>(Wire.Json) is { } answer && (answer.Fault is not null || answer.Value is not null)
            ? answer
            : throw new JsonException("It holds neither a value nor a fault.");

    private async Task<bool> EndsInTimeAsync(Task running, CancellationToken ends)
    {
        TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = ends.Register(() => over.TrySetResult());
        if (await Task.WhenAny(running, over.Task) == running)
            return true;
        return await Task.WhenAny(running, Task.Delay(Grace, time, CancellationToken.None)) == running;
    }

    private CallRequest Request(CallScope scope, object?[] arguments) =>
        new(scope.CallId, scope.Capability, [.. arguments.Select(argument => JsonSerializer.SerializeToElement(argument, argument?.GetType() ?? typeof(object), Wire.Json))])
        {
            Now = scope.FixedTime ?? time.GetUtcNow(),
            ClockStands = scope.FixedTime is not null,
            Settings = scope.Settings,
        };
}
