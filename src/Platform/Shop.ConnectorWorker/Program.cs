using System.Diagnostics;
using System.Net.Sockets;
using Shop.ConnectorWorker;
using Shop.Platform.ConnectorHosting.Protocol;
using StreamJsonRpc;

if (args.Length != 3)
{
    await Console.Error.WriteLineAsync("usage: Shop.ConnectorWorker <socket> <connector folder> <assembly>; started by the host, not by hand");
    return 2;
}

using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
await socket.ConnectAsync(new UnixDomainSocketEndPoint(args[0]));
await using NetworkStream stream = new(socket);
using JsonRpc rpc = new(new BoundedMessageHandler(stream));

// The socket is open before the connector is loaded: a connector that hangs while loading is found by the host's handshake deadline.
Task<LoadedConnector> loading = Task.Run(() => LoadedConnector.Load(Path.Combine(args[1], args[2])));
rpc.AddLocalRpcTarget(new WorkerTarget(loading, rpc), new JsonRpcTargetOptions { UseSingleObjectParameterDeserialization = false });
rpc.StartListening();

try
{
    await rpc.Completion;
}
catch (Exception problem) when (problem is IOException or InvalidDataException or ConnectionLostException or OperationCanceledException)
{
    // The host is gone or no longer speaks with us: either way this process has no reason to live.
}

// Not Environment.Exit: a connector could hang in its exit handlers.
Process.GetCurrentProcess().Kill();
return 0;
