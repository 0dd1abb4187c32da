using System.Reflection;
using System.Text.Json;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Protocol;
using StreamJsonRpc;

namespace Shop.ConnectorWorker;

/// <summary>What the host can call: the handshake and one method for all capabilities.</summary>
internal sealed class WorkerTarget(Task<LoadedConnector> loading, JsonRpc host)
{
    [JsonRpcMethod(Wire.Hello)]
    public async Task<WorkerHello> HelloAsync(int protocol)
    {
        if (protocol != Wire.Version)
            return new WorkerHello(Wire.Version, []) { Problem = $"The host speaks protocol {protocol}, this worker {Wire.Version}." };
        try
        {
            return new WorkerHello(Wire.Version, (await loading).Capabilities);
        }
        catch (Exception problem)
        {
            // Border to foreign code: whatever stops it from loading is the connector's state, told to the host in words.
            return new WorkerHello(Wire.Version, []) { Problem = Describe(problem) };
        }
    }

    [JsonRpcMethod(Wire.Invoke)]
    public async Task<JsonElement> InvokeAsync(CallRequest request, CancellationToken cancellationToken)
    {
        LoadedConnector connector = await loading;
        if (CapabilityTable.Find(request.Capability) is not { } method || connector.Find(method.DeclaringType!) is not { } instance)
            return FaultOf(new Fault(FaultKind.Unsupported, "The connector cannot do this.") { Detail = request.Capability });
        try
        {
            // Off the message loop: a connector that computes for long must not keep cancellations from being read.
            return await Task.Run(() => RunAsync(instance, method, request, cancellationToken), CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return FaultOf(new Fault(FaultKind.Unavailable, "The supplier did not answer in time.") { Code = "deadline" });
        }
        catch (Exception problem)
        {
            return FaultOf(new Fault(FaultKind.ConnectorBug, "The connector failed on this call. The platform has noted it.") { Detail = Describe(problem) });
        }
    }

    private async Task<JsonElement> RunAsync(object instance, MethodInfo method, CallRequest request, CancellationToken cancellationToken)
    {
        CallContext context = new(request, host, cancellationToken);
        object? result = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, Bind(method, request, context, cancellationToken), null);
        Type type = method.ReturnType;
        if (result is Task task)
        {
            await task;
            type = type.GetGenericArguments()[0];
            result = task.GetType().GetProperty(nameof(Task<int>.Result))!.GetValue(task);
        }

        return JsonSerializer.SerializeToElement(result, type, Wire.Json);
    }

    private static object?[] Bind(MethodInfo method, CallRequest request, CallContext context, CancellationToken cancellationToken)
    {
        int next = 0;
        return [.. method.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(IConnectorContext) ? context
            : parameter.ParameterType == typeof(CancellationToken) ? cancellationToken
            : request.Arguments[next++].Deserialize(parameter.ParameterType, Wire.Json))];
    }

    private static JsonElement FaultOf(Fault fault) => JsonSerializer.SerializeToElement(new Answer<bool?> { Fault = fault }, Wire.Json);

    private static string Describe(Exception problem)
    {
        string text = problem is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first.ToString() : problem.ToString();
        return text.Length <= 4000 ? text : text[..4000];
    }
}
