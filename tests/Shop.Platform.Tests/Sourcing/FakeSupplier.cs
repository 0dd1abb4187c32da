using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;

namespace Shop.Platform.Tests.Sourcing;

/// <summary>Suppliers in memory, at the boundary where real ones would be called.</summary>
internal sealed class FakeSupplier(TimeProvider time) : IConnectors
{
    public Dictionary<(string Connector, string Product), Offer> Offers { get; } = [];
    public Dictionary<(string Connector, string Product), Fault> Faults { get; } = [];
    public Dictionary<(string Connector, string Product), IReadOnlyList<ShippingOption>> Shipping { get; } = [];
    public List<string> Calls { get; } = [];
    public List<string> Connected { get; } = ["aliexpress"];

    public IReadOnlyList<InstalledConnector> Installed => [.. Connected.Select(c => new InstalledConnector(c, c, "1", ["search-offers"]))];

    public Offer Add(string product, Offer offer, string connector = "aliexpress") => Offers[(connector, product)] = offer;

    /// <summary>A lamp in two colours at 10 and 12 CAD in store <c>s1</c>, 3 and 50 pieces.</summary>
    public Offer AddLamp(string product = "1", string title = "Desk lamp with clamp", string store = "s1", string connector = "aliexpress") => Add(product, new Offer(product, title)
    {
        Url = $"https://supplier.example/item/{product}",
        Description = "<div><p>Bright <b>light</b></p><script>steal()</script></div>",
        Price = new Amount(10m, "CAD"),
        StoreId = store,
        StoreName = "Lamps",
        Category = "Home > Lighting",
        Available = true,
        Rating = 4.5m,
        RatingCount = 20,
        Specifications = [new("Material", "Steel")],
        Variants =
        [
            new OfferVariant($"{product}-red") { Options = [new("Colour", "Red")], Price = new Amount(10m, "CAD"), Stock = 3, OrderKey = "14:10" },
            new OfferVariant($"{product}-blue") { Options = [new("Colour", "Blue")], Price = new Amount(12m, "CAD"), Stock = 50, OrderKey = "14:20" },
        ],
    }, connector);

    public Task<IReadOnlyList<string>> ConnectedAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(Connected);

    public Task<RecognizedProduct?> RecognizeAddressAsync(string address, CancellationToken cancellationToken) =>
        Task.FromResult(address.StartsWith("https://supplier.example/item/") ? new RecognizedProduct("aliexpress", address[30..]) : null);

    public Task<Answer<ISearchOffers.Page>> SearchAsync(string connectorId, string words, int pageNumber, Market market, CancellationToken cancellationToken)
    {
        Calls.Add($"search {connectorId} {words} {pageNumber}");
        if (Faults.TryGetValue((connectorId, "search"), out var fault))
            return Task.FromResult<Answer<ISearchOffers.Page>>(fault);
        var found = Offers.Where(o => o.Key.Connector == connectorId).Select(o => o.Value with { Variants = [] }).Skip((pageNumber - 1) * 20).Take(20).ToList();
        return Task.FromResult<Answer<ISearchOffers.Page>>(new ISearchOffers.Page(found));
    }

    public Task<Answer<Offer>> ReadOfferAsync(string connectorId, string productId, Market market, CancellationToken cancellationToken) => Read("read", connectorId, productId);

    public Task<Answer<Offer>> WatchOfferAsync(string connectorId, string productId, Market market, CancellationToken cancellationToken) => Read("watch", connectorId, productId);

    public Task<Answer<IReadOnlyList<ShippingOption>>> QuoteAsync(
        string connectorId, OrderRequest.Line line, string? province, Market market, CancellationToken cancellationToken)
    {
        Calls.Add($"quote {line.ProductId} {line.VariantId} {line.Quantity}");
        return Task.FromResult(new Answer<IReadOnlyList<ShippingOption>>
        {
            Value = Shipping.GetValueOrDefault((connectorId, line.ProductId)) ??
            [
                new ShippingOption("SLOW", new Amount(1m, "CAD")) { Tracked = false },
                new ShippingOption("STD", new Amount(2m, "CAD")) { Tracked = true, MinDays = 8, MaxDays = 15, ShipsFrom = "CN" },
                new ShippingOption("FAST", new Amount(9m, "CAD")) { Tracked = true, MinDays = 3, MaxDays = 5 },
            ],
        });
    }

    private Task<Answer<Offer>> Read(string verb, string connectorId, string productId)
    {
        Calls.Add($"{verb} {productId}");
        if (Faults.TryGetValue((connectorId, productId), out var fault))
            return Task.FromResult<Answer<Offer>>(fault);
        return Task.FromResult<Answer<Offer>>(Offers.TryGetValue((connectorId, productId), out var offer)
            ? offer with { SeenAt = time.GetUtcNow() } : new Fault(FaultKind.NotFound, "No such product."));
    }

    public Task<Answer<IReadOnlyList<SupplierOrder>>> PlaceAsync(string connectorId, OrderRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<Answer<IReadOnlyList<SupplierOrder>>> FindOrdersAsync(string connectorId, OrderRequest request, DateTimeOffset placedAfter, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<Answer<SupplierOrder>> ReadOrderAsync(string connectorId, string orderId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<Answer<SupplierOrder>> CancelOrderAsync(string connectorId, string orderId, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<Answer<IReadOnlyList<Parcel>>> TrackAsync(string connectorId, string orderId, Market market, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<Answer<IReadOnlyList<IReadSignals.Series>>> ReadSignalsAsync(string connectorId, string term, Market market, CancellationToken cancellationToken) => throw new NotSupportedException();
}
