using System.Buffers;
using Shop.Platform.ConnectorHosting.Packages;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>A resolved endpoint: where its requests go on this installation.</summary>
/// <param name="Overridden">The operator named the address: it may then be a private one.</param>
internal sealed record ResolvedEndpoint(string Name, Uri Base, bool Overridden, TimeSpan Pace)
{
    /// <summary>Ask the site's robots file first.</summary>
    public bool Robots { get; init; }
}

/// <summary>The allow-list of a connector: the endpoints of its manifest at the addresses of this installation.</summary>
internal sealed class EndpointMap(ConnectorOptions options)
{
    /// <summary>By convention the endpoint of a documented interface; all others are pages.</summary>
    private const string OfficialInterface = "api";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\?#@\r\n\t ");

    public ResolvedEndpoint? Find(ConnectorPackage package, string name) =>
        package.Manifest.Endpoints.TryGetValue(name, out ConnectorEndpoint? endpoint) ? Resolve(package, name, endpoint) : null;

    /// <summary>The endpoint that an address belongs to; null when it is outside the allow-list.</summary>
    public ResolvedEndpoint? Of(ConnectorPackage package, Uri address) =>
        address.UserInfo.Length > 0
            ? null
            : package.Manifest.Endpoints.Select(entry => Resolve(package, entry.Key, entry.Value)).FirstOrDefault(endpoint => SameOrigin(endpoint.Base, address));

    /// <summary>The address of a path below an endpoint; null when the path would lead anywhere else.</summary>
    public static Uri? Join(ResolvedEndpoint endpoint, string path, IEnumerable<KeyValuePair<string, string>> query)
    {
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.AsSpan().ContainsAny(Forbidden)
            || path.Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or ".."))
            return null;
        string text = endpoint.Base.GetLeftPart(UriPartial.Path).TrimEnd('/') + path;
        string pairs = string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return Uri.TryCreate(pairs.Length == 0 ? text : $"{text}?{pairs}", UriKind.Absolute, out Uri? address) && SameOrigin(endpoint.Base, address)
            ? address : null;
    }

    private static bool SameOrigin(Uri left, Uri right) =>
        left.Scheme == right.Scheme && left.Port == right.Port && string.Equals(left.IdnHost, right.IdnHost, StringComparison.OrdinalIgnoreCase);

    private ResolvedEndpoint Resolve(ConnectorPackage package, string name, ConnectorEndpoint endpoint)
    {
        string id = package.Manifest.Id;
        string? own = options.EndpointOverride(id, name);
        TimeSpan pace = TimeSpan.FromSeconds(options.PaceOverride(id, name) ?? endpoint.Pace);
        return new ResolvedEndpoint(name, new Uri(own ?? endpoint.Address), own is not null, pace)
        {
            Robots = options.RobotsOverride(id, name) ?? (own is null && name != OfficialInterface),
        };
    }
}
