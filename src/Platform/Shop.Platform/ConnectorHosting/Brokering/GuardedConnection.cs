using System.Net;
using System.Net.Sockets;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>Looks a host up, checks the addresses, and connects to the very address it checked: no second look-up can change it.</summary>
internal sealed class GuardedConnection(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>Set on requests to an address that the operator configured: that host and port may be private.</summary>
    public static readonly HttpRequestOptionsKey<bool> OperatorsOwn = new("connector.operators-own");

    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxResponseHeadersLength = 64,
        ConnectCallback = ConnectAsync,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        bool own = context.InitialRequestMessage.Options.TryGetValue(OperatorsOwn, out bool marked) && marked;
        IPAddress[] addresses = await resolve(context.DnsEndPoint.Host, cancellationToken);
        // One bad address among good ones is how rebinding begins: then none is used.
        if (!own && addresses.FirstOrDefault(address => !PublicAddress.Is(address)) is not null)
            throw new RefusedAddressException($"{context.DnsEndPoint.Host} resolves to an address that is not public.");

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The guard refused to connect. Not an I/O error: trying again cannot help.</summary>
internal sealed class RefusedAddressException(string message) : Exception(message);
