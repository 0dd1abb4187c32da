using System.Net;
using System.Net.Sockets;

namespace Shop.Platform.Media;

/// <summary>
/// The only way media leaves this machine. The address is judged where the connection is made, so that a name cannot answer differently between
/// check and connect; redirects are not followed here, each hop is judged anew by the caller.
/// </summary>
internal static class GuardedHandler
{
    public static SocketsHttpHandler Create(MediaOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 4,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, options, cancellationToken),
    };

    /// <summary>https on its usual port, or a host and port the installation allows.</summary>
    public static bool Allows(Uri address, MediaOptions options) =>
        address.IsAbsoluteUri && address.UserInfo.Length == 0 &&
        ((address.Scheme == Uri.UriSchemeHttps && address.Port == 443) ||
         (address.Scheme is "http" or "https" && Listed(address.IdnHost, address.Port, options)));

    private static bool Listed(string host, int port, MediaOptions options) =>
        options.AllowedHosts.Contains($"{host}:{port}", StringComparer.OrdinalIgnoreCase);

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, MediaOptions options, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        if (!Listed(target.Host, target.Port, options))
            addresses = [.. addresses.Where(a => !PrivateAddresses.Contains(a))];
        if (addresses.Length == 0)
            throw new HttpRequestException($"{target.Host} has no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
