using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting;

/// <summary>
/// The connectors of this installation, called for the current tenant through its account. Every call is carried out by a worker process and
/// the broker; faults of any kind come back as answers.
/// </summary>
public interface IConnectors
{
    /// <summary>Connectors installed here, with what they can do.</summary>
    IReadOnlyList<InstalledConnector> Installed { get; }

    /// <summary>Ids of connectors whose account the current tenant has connected.</summary>
    Task<IReadOnlyList<string>> ConnectedAsync(CancellationToken cancellationToken);

    /// <summary>Which connector's product an address names. Null when none recognises it.</summary>
    Task<RecognizedProduct?> RecognizeAddressAsync(string address, CancellationToken cancellationToken);

    Task<Answer<ISearchOffers.Page>> SearchAsync(string connectorId, string words, int pageNumber, Market market, CancellationToken cancellationToken);

    Task<Answer<Offer>> ReadOfferAsync(string connectorId, string productId, Market market, CancellationToken cancellationToken);

    /// <summary>At least price and stock, by the cheapest way.</summary>
    Task<Answer<Offer>> WatchOfferAsync(string connectorId, string productId, Market market, CancellationToken cancellationToken);

    Task<Answer<IReadOnlyList<ShippingOption>>> QuoteAsync(
        string connectorId, OrderRequest.Line line, string? province, Market market, CancellationToken cancellationToken);

    /// <summary>Spends money; never retried here.</summary>
    Task<Answer<IReadOnlyList<SupplierOrder>>> PlaceAsync(string connectorId, OrderRequest request, CancellationToken cancellationToken);

    Task<Answer<IReadOnlyList<SupplierOrder>>> FindOrdersAsync(
        string connectorId, OrderRequest request, DateTimeOffset placedAfter, CancellationToken cancellationToken);

    Task<Answer<SupplierOrder>> ReadOrderAsync(string connectorId, string orderId, CancellationToken cancellationToken);

    Task<Answer<SupplierOrder>> CancelOrderAsync(string connectorId, string orderId, string reason, CancellationToken cancellationToken);

    Task<Answer<IReadOnlyList<Parcel>>> TrackAsync(string connectorId, string orderId, Market market, CancellationToken cancellationToken);

    Task<Answer<IReadOnlyList<IReadSignals.Series>>> ReadSignalsAsync(string connectorId, string term, Market market, CancellationToken cancellationToken);
}

/// <param name="Capabilities">Names of the manifest: <c>search-offers</c>, <c>read-offer</c>, <c>quote-shipping</c>, <c>place-order</c> …</param>
public sealed record InstalledConnector(string Id, string Name, string Version, IReadOnlyList<string> Capabilities);

public sealed record RecognizedProduct(string ConnectorId, string ProductId);
