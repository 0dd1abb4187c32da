using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Accounts;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting;

/// <summary>The connectors of the current tenant.</summary>
internal sealed class Connectors(ConnectorCatalogue catalogue, AccountStore accounts, AccountSession session, AddressRecognition addresses, ITenantAccessor tenants)
    : IConnectors
{
    public IReadOnlyList<InstalledConnector> Installed =>
        [.. catalogue.All.Where(package => package.Problem is null)
            .Select(package => new InstalledConnector(package.Manifest.Id, package.Manifest.Name, package.Manifest.Version, package.Manifest.Capabilities))];

    public async Task<IReadOnlyList<string>> ConnectedAsync(CancellationToken cancellationToken) =>
        [.. (await accounts.AllAsync(tenants.Required, cancellationToken))
            .Where(account => account.State == AccountState.Connected && catalogue.Find(account.ConnectorId) is { Problem: null } package
                && account.AcceptedTerms == package.Manifest.LegalBasis.Version)
            .Select(account => account.ConnectorId).Order(StringComparer.Ordinal)];

    public Task<RecognizedProduct?> RecognizeAddressAsync(string address, CancellationToken cancellationToken) =>
        addresses.RecognizeAsync(tenants.Required, address, cancellationToken);

    public Task<Answer<ISearchOffers.Page>> SearchAsync(string connectorId, string words, int pageNumber, Market market, CancellationToken cancellationToken) =>
        Call<ISearchOffers.Page>(connectorId, typeof(ISearchOffers), nameof(ISearchOffers.SearchAsync), [words, pageNumber, market], cancellationToken);

    public Task<Answer<Offer>> ReadOfferAsync(string connectorId, string productId, Market market, CancellationToken cancellationToken) =>
        Call<Offer>(connectorId, typeof(IReadOffer), nameof(IReadOffer.ReadAsync), [productId, market], cancellationToken);

    public Task<Answer<Offer>> WatchOfferAsync(string connectorId, string productId, Market market, CancellationToken cancellationToken) =>
        Call<Offer>(connectorId, typeof(IReadOffer), nameof(IReadOffer.WatchAsync), [productId, market], cancellationToken);

    public Task<Answer<IReadOnlyList<ShippingOption>>> QuoteAsync(
        string connectorId, OrderRequest.Line line, string? province, Market market, CancellationToken cancellationToken) =>
        Call<IReadOnlyList<ShippingOption>>(connectorId, typeof(IQuoteShipping), nameof(IQuoteShipping.QuoteAsync), [line, province, market], cancellationToken);

    public Task<Answer<IReadOnlyList<SupplierOrder>>> PlaceAsync(string connectorId, OrderRequest request, CancellationToken cancellationToken) =>
        session.OnceAsync<IReadOnlyList<SupplierOrder>>(
            tenants.Required, connectorId, typeof(IPlaceOrder), nameof(IPlaceOrder.PlaceAsync), [request], cancellationToken);

    public Task<Answer<IReadOnlyList<SupplierOrder>>> FindOrdersAsync(
        string connectorId, OrderRequest request, DateTimeOffset placedAfter, CancellationToken cancellationToken) =>
        Call<IReadOnlyList<SupplierOrder>>(connectorId, typeof(IPlaceOrder), nameof(IPlaceOrder.FindAsync), [request, placedAfter], cancellationToken);

    public Task<Answer<SupplierOrder>> ReadOrderAsync(string connectorId, string orderId, CancellationToken cancellationToken) =>
        Call<SupplierOrder>(connectorId, typeof(IPlaceOrder), nameof(IPlaceOrder.ReadOrderAsync), [orderId], cancellationToken);

    public Task<Answer<SupplierOrder>> CancelOrderAsync(string connectorId, string orderId, string reason, CancellationToken cancellationToken) =>
        Call<SupplierOrder>(connectorId, typeof(ICancelOrder), nameof(ICancelOrder.CancelAsync), [orderId, reason], cancellationToken);

    public Task<Answer<IReadOnlyList<Parcel>>> TrackAsync(string connectorId, string orderId, Market market, CancellationToken cancellationToken) =>
        Call<IReadOnlyList<Parcel>>(connectorId, typeof(ITrackShipment), nameof(ITrackShipment.TrackAsync), [orderId, market], cancellationToken);

    public Task<Answer<IReadOnlyList<IReadSignals.Series>>> ReadSignalsAsync(string connectorId, string term, Market market, CancellationToken cancellationToken) =>
        Call<IReadOnlyList<IReadSignals.Series>>(connectorId, typeof(IReadSignals), nameof(IReadSignals.ReadSignalsAsync), [term, market], cancellationToken);

    private Task<Answer<T>> Call<T>(string connector, Type capability, string method, object?[] arguments, CancellationToken cancellationToken) =>
        session.RunAsync<T>(tenants.Required, connector, capability, method, arguments, cancellationToken);
}
