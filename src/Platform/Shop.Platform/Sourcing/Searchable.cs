using Shop.Platform.ConnectorHosting;

namespace Shop.Platform.Sourcing;

internal static class Searchable
{
    /// <summary>Connected suppliers that can be searched: market-signal sources are connectors too, but sell nothing.</summary>
    public static async Task<IReadOnlyList<string>> SearchableAsync(this IConnectors connectors, CancellationToken cancellationToken)
    {
        var connected = await connectors.ConnectedAsync(cancellationToken);
        return [.. connected.Where(id => connectors.Installed.Any(c => c.Id == id && c.Capabilities.Contains("search-offers")))];
    }
}
