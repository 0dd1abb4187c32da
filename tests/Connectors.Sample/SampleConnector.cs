using System.Globalization;
using System.Text.Json;
using Shop.Connectors.Sdk;

namespace Connectors.Sample;

/// <summary>A connector for tests: the product id says how it behaves (<see cref="Misdeeds"/>), everything else is a plain, well-behaved supplier.</summary>
public sealed class SampleConnector : IReadOffer, ISearchOffers, IQuoteShipping, IPlaceOrder, ITrackShipment, IConnectAccount
{
    public string? RecognizeAddress(string address) =>
        address.StartsWith("https://www.sample.example/item/", StringComparison.Ordinal) ? address[32..] : null;

    public async Task<Answer<Offer>> ReadAsync(IConnectorContext context, string productId, Market market, CancellationToken cancellationToken)
    {
        if (await Misdeeds.TryAsync(context, productId, cancellationToken) is { } outcome)
            return outcome;
        Answer<HttpAnswer> sent = await context.SendAsync(
            new HttpCall("api", $"/products/{productId}") { Query = new Dictionary<string, string> { ["token"] = "{secret:access}" } }, cancellationToken);
        return sent.Failed(out Fault? fault, out HttpAnswer? answer) ? fault : Read(answer);
    }

    public Answer<Offer> ReadDocument(string document, Market market) => Map(document, DateTimeOffset.UnixEpoch);

    public async Task<Answer<ISearchOffers.Page>> SearchAsync(
        IConnectorContext context, string words, int pageNumber, Market market, CancellationToken cancellationToken)
    {
        Answer<Offer> one = await ReadAsync(context, "1", market, cancellationToken);
        return one.Failed(out Fault? fault, out Offer? offer) ? fault : new ISearchOffers.Page([offer, offer with { ProductId = "2" }]);
    }

    public Task<Answer<IReadOnlyList<ShippingOption>>> QuoteAsync(
        IConnectorContext context, OrderRequest.Line line, string? province, Market market, CancellationToken cancellationToken) =>
        Task.FromResult(new Answer<IReadOnlyList<ShippingOption>> { Value = [new ShippingOption("STD", new Amount(1.99m, market.Currency)) { MaxDays = 9 }] });

    public async Task<Answer<IReadOnlyList<SupplierOrder>>> PlaceAsync(IConnectorContext context, OrderRequest request, CancellationToken cancellationToken)
    {
        Answer<HttpAnswer> sent = await context.SendAsync(
            new HttpCall("api", "/orders") { Method = "POST", Body = HttpCall.Literal(request.ShipTo.Name), Unrepeatable = true }, cancellationToken);
        if (sent.Failed(out Fault? fault, out HttpAnswer? answer))
            return fault;
        if (answer.Status == 401)
            return new Fault(FaultKind.Unauthorised, "Connect the account again.");
        if (answer.Body == "nonsense")
            throw new InvalidOperationException("The mapping of the answer failed.");
        return new Answer<IReadOnlyList<SupplierOrder>> { Value = [new SupplierOrder(answer.Body, SupplierOrder.OrderState.AwaitingPayment)] };
    }

    public Task<Answer<IReadOnlyList<SupplierOrder>>> FindAsync(
        IConnectorContext context, OrderRequest request, DateTimeOffset placedAfter, CancellationToken cancellationToken) =>
        Task.FromResult(new Answer<IReadOnlyList<SupplierOrder>> { Value = [] });

    public Task<Answer<SupplierOrder>> ReadOrderAsync(IConnectorContext context, string orderId, CancellationToken cancellationToken) =>
        Task.FromResult<Answer<SupplierOrder>>(new SupplierOrder(orderId, SupplierOrder.OrderState.Shipped) { TrackingNumbers = ["LP1"] });

    public Task<Answer<IReadOnlyList<Parcel>>> TrackAsync(IConnectorContext context, string orderId, Market market, CancellationToken cancellationToken) =>
        Task.FromResult(new Answer<IReadOnlyList<Parcel>> { Value = [new Parcel("LP1") { Delivered = false }] });

    public Answer<HttpCall> AuthorizeAddress(IConnectorContext context, string redirectAddress, string state) =>
        new HttpCall("www", "/authorize")
        {
            Query = new Dictionary<string, string> { ["client"] = context.Settings["key"], ["redirect"] = redirectAddress, ["state"] = state },
        };

    public Task<Answer<IConnectAccount.Account>> ConnectAsync(IConnectorContext context, string code, CancellationToken cancellationToken) =>
        TokenAsync(context, "/token", code, cancellationToken);

    public Task<Answer<IConnectAccount.Account>> RefreshAsync(IConnectorContext context, CancellationToken cancellationToken) =>
        TokenAsync(context, "/refresh", "{secret:access}", cancellationToken);

    public async Task<Answer<bool>> CheckAsync(IConnectorContext context, CancellationToken cancellationToken)
    {
        Answer<HttpAnswer> sent = await context.SendAsync(new HttpCall("api", "/check"), cancellationToken);
        return sent.Failed(out Fault? fault, out _) ? fault : true;
    }

    private static async Task<Answer<IConnectAccount.Account>> TokenAsync(IConnectorContext context, string path, string code, CancellationToken cancellationToken)
    {
        Answer<string> signature = await context.SignAsync("secret", "HMAC-SHA256", path + code, cancellationToken);
        if (signature.Failed(out Fault? fault, out string? sign))
            return fault;
        HttpCall call = new("api", path)
        {
            Form = new Dictionary<string, string> { ["code"] = code, ["sign"] = sign },
            KeepSecrets = new Dictionary<string, string> { ["access_token"] = "access" },
        };
        if ((await context.SendAsync(call, cancellationToken)).Failed(out fault, out HttpAnswer? answer))
            return fault;
        if (answer.Status != 200)
            return new Fault(FaultKind.Unauthorised, "Connect the account again.");
        using JsonDocument document = JsonDocument.Parse(answer.Body);
        return new IConnectAccount.Account(document.RootElement.GetProperty("name").GetString()!)
        {
            AccessUntil = context.Time.GetUtcNow().AddSeconds(document.RootElement.GetProperty("seconds").GetInt32()),
        };
    }

    private static Answer<Offer> Read(HttpAnswer answer) => answer.Status switch
    {
        200 => Map(answer.Body, answer.At),
        401 => new Fault(FaultKind.Unauthorised, "Connect the account again."),
        404 => new Fault(FaultKind.NotFound, "There is no such product."),
        _ => new Fault(FaultKind.Unavailable, "The supplier is not available.") { Code = answer.Status.ToString(CultureInfo.InvariantCulture) },
    };

    private static Answer<Offer> Map(string document, DateTimeOffset seen)
    {
        if (document.Contains("throw", StringComparison.Ordinal))
            throw new InvalidOperationException("This document makes the mapping fail.");
        if (document.Contains("gone", StringComparison.Ordinal))
            return new Fault(FaultKind.NotFound, "There is no such product.") { Code = "gone" };
        return new Offer("1", document.Length > 200 ? document[..200] : document)
        {
            Price = new Amount(8.10m, "CAD"),
            SeenAt = seen,
            Available = true,
            Images = ["https://img.sample.example/1.jpg"],
            Specifications = [new("Material", "wood"), new("Material", "steel")],
            Variants = [new OfferVariant("1-1") { Options = [new("Colour", "Red")], Price = new Amount(8.10m, "CAD"), Stock = null }],
        };
    }
}
