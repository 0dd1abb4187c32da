using System.Net.Sockets;

namespace Shop.Platform.ConnectorHosting.Workers;

/// <summary>A folder of mode 0700 with the socket of exactly one worker. Nobody can connect a second time: the socket is gone by then.</summary>
internal sealed class WorkerRunFolder : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public WorkerRunFolder(string? root)
    {
        Path = root is null ? Directory.CreateTempSubdirectory("shop-connector-").FullName : CreateBelow(root);
        _listener.Bind(new UnixDomainSocketEndPoint(SocketPath));
        _listener.Listen(1);
    }

    public string Path { get; }

    private string SocketPath => System.IO.Path.Combine(Path, WorkerLaunch.SocketName);

    public async Task<Socket> AcceptAsync(CancellationToken cancellationToken)
    {
        Socket socket = await _listener.AcceptAsync(cancellationToken);
        _listener.Dispose();
        File.Delete(SocketPath);
        return socket;
    }

    public void Dispose()
    {
        _listener.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Left to the system's cleaning of its temporary folder; nothing in it is secret.
        }
    }

    private static string CreateBelow(string root)
    {
        string path = System.IO.Path.Combine(root, System.IO.Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
