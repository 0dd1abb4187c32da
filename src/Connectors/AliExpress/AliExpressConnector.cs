using System.Globalization;
using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>AliExpress by its dropshipping API; products and lists also from the public pages (setting <c>source</c>).</summary>
public sealed class AliExpressConnector : IConnectAccount, ISearchOffers, IReadOffer, IQuoteShipping, IPlaceOrder, ITrackShipment
{
    private const int DefaultListDelayMinutes = 30;

    /// <inheritdoc />
    public Answer<HttpCall> AuthorizeAddress(IConnectorContext context, string redirectAddress, string state) =>
        AliExpressClient.Authorize(context, redirectAddress, state);

    /// <inheritdoc />
    public async Task<Answer<IConnectAccount.Account>> ConnectAsync(IConnectorContext context, string code, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code)) return Bad("AliExpress sent no code back. Connect the account again.");
        var reply = await AliExpressClient.CreateTokenAsync(context, code.Trim(), cancellationToken);
        return Read(reply, document => AccountMapping.Account(document.Document, document.At));
    }

    /// <inheritdoc />
    public async Task<Answer<IConnectAccount.Account>> RefreshAsync(IConnectorContext context, CancellationToken cancellationToken)
    {
        var reply = await AliExpressClient.RefreshTokenAsync(context, cancellationToken);
        return Read(reply, document => AccountMapping.Account(document.Document, document.At));
    }

    /// <inheritdoc />
    public async Task<Answer<bool>> CheckAsync(IConnectorContext context, CancellationToken cancellationToken)
    {
        var parameters = AliExpressRequests.Search("phone", 1, Market.Canada);
        parameters["pageSize"] = "1";
        var reply = await AliExpressClient.CallAsync(context, "aliexpress.ds.text.search", parameters, cancellationToken);
        return Read(reply, list => SearchMapping.Page(list.Document, list.At).Failed(out var fault, out _) ? fault : (Answer<bool>)true);
    }

    /// <inheritdoc />
    public async Task<Answer<ISearchOffers.Page>> SearchAsync(
        IConnectorContext context, string words, int pageNumber, Market market, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(words) || pageNumber < 1) return Bad("Enter words to search for, and a page from 1.");
        var reply = ReadsPages(context)
            ? await AliExpressClient.PageAsync(context, AliExpressRequests.SearchPath(words), PageQuery(pageNumber), cancellationToken)
            : await AliExpressClient.CallAsync(context, "aliexpress.ds.text.search", AliExpressRequests.Search(words.Trim(), pageNumber, market), cancellationToken);
        return Read(reply, list => SearchMapping.Page(list.Document, list.At));
    }

    /// <inheritdoc />
    public string? RecognizeAddress(string address) => AliExpressAddresses.ProductId(address);

    /// <inheritdoc />
    public async Task<Answer<Offer>> ReadAsync(IConnectorContext context, string productId, Market market, CancellationToken cancellationToken)
    {
        if (!AliExpressRequests.IsId(productId)) return Bad("A product number of AliExpress has digits only.");
        var reply = ReadsPages(context)
            ? await AliExpressClient.PageAsync(context, $"/item/{productId}.html", [], cancellationToken)
            : await AliExpressClient.CallAsync(context, "aliexpress.ds.product.get", AliExpressRequests.Product(productId, market), cancellationToken);
        return Read(reply, answer => AliExpressMapping.Offer(answer.Document, market, answer.At));
    }

    /// <inheritdoc />
    public Answer<Offer> ReadDocument(string document, Market market) =>
        Document.Read(document).Failed(out var fault, out var read) ? fault : AliExpressMapping.Offer(read, market, default);

    /// <inheritdoc />
    public async Task<Answer<IReadOnlyList<ShippingOption>>> QuoteAsync(
        IConnectorContext context, OrderRequest.Line line, string? province, Market market, CancellationToken cancellationToken)
    {
        if (Wrong(line) is { } wrong) return wrong;
        var reply = await AliExpressClient.CallAsync(context, "aliexpress.ds.freight.query", AliExpressRequests.Freight(line, province, market), cancellationToken);
        return Read(reply, quote => FreightMapping.Options(quote.Document, market.Currency));
    }

    /// <inheritdoc />
    public async Task<Answer<IReadOnlyList<SupplierOrder>>> PlaceAsync(IConnectorContext context, OrderRequest request, CancellationToken cancellationToken)
    {
        if (request.Lines.Count == 0 || request.Reference.Length == 0) return Bad("An order needs a reference and at least one line.");
        if (request.Lines.Select(Wrong).FirstOrDefault(fault => fault is not null) is { } wrong) return wrong;
        var reply = await AliExpressClient.CallAsync(context, "aliexpress.ds.order.create", AliExpressRequests.Order(request), cancellationToken, unrepeatable: true);
        if (!reply.Failed(out var fault, out var answer)) return OrderMapping.Placed(answer.Document, request.Pay);
        // These come from reading an answer: the call was made.
        return fault.Kind is FaultKind.LayoutChanged or FaultKind.Challenge or FaultKind.Unsupported or FaultKind.NotFound ? OrderMapping.Unclear(fault) : fault;
    }

    /// <inheritdoc />
    public async Task<Answer<IReadOnlyList<SupplierOrder>>> FindAsync(
        IConnectorContext context, OrderRequest request, DateTimeOffset placedAfter, CancellationToken cancellationToken)
    {
        var listed = await OrderSearch.PaidAsync(context, placedAfter, cancellationToken);
        if (listed.Failed(out var fault, out var rows)) return fault;
        var found = new List<SupplierOrder>();
        foreach (var id in RecentOrders.Candidates(rows, request, placedAfter))
        {
            var read = await ReadOrderAsync(context, id, cancellationToken);
            if (read.Failed(out fault, out var order)) return fault;
            if (RecentOrders.IsOf(order, request)) found.Add(order);
        }

        return RecentOrders.Verdict(found, request, context.Time.GetUtcNow() - placedAfter, ListDelay(context));
    }

    /// <inheritdoc />
    public async Task<Answer<SupplierOrder>> ReadOrderAsync(IConnectorContext context, string orderId, CancellationToken cancellationToken)
    {
        if (!AliExpressRequests.IsId(orderId)) return Bad("An order number of AliExpress has digits only.");
        var reply = await AliExpressClient.CallAsync(context, "aliexpress.trade.ds.order.get", AliExpressRequests.OrderState(orderId), cancellationToken);
        return Read(reply, order => OrderMapping.Order(order.Document, orderId));
    }

    /// <inheritdoc />
    public async Task<Answer<IReadOnlyList<Parcel>>> TrackAsync(IConnectorContext context, string orderId, Market market, CancellationToken cancellationToken)
    {
        if (!AliExpressRequests.IsId(orderId)) return Bad("An order number of AliExpress has digits only.");
        var reply = await AliExpressClient.CallAsync(context, "aliexpress.ds.order.tracking.get", AliExpressRequests.Tracking(orderId, market), cancellationToken);
        return Read(reply, tracking => TrackingMapping.Parcels(tracking.Document));
    }

    private static Answer<T> Read<T>(Answer<AliExpressClient.Reply> reply, Func<AliExpressClient.Reply, Answer<T>> read) =>
        reply.Failed(out var fault, out var answer) ? fault : read(answer);

    private static Fault? Wrong(OrderRequest.Line line) =>
        !AliExpressRequests.IsId(line.ProductId) ? Bad("A product number of AliExpress has digits only.")
        : !AliExpressRequests.IsId(line.VariantId) ? Bad("A variant number of AliExpress has digits only.")
        : line.Quantity < 1 ? Bad("The quantity must be at least 1.")
        : null;

    private static Fault Bad(string message) => new(FaultKind.BadInput, message);

    private static bool ReadsPages(IConnectorContext context) => context.Settings.GetValueOrDefault("source") == "pages";

    private static Dictionary<string, string> PageQuery(int pageNumber) => new() { ["page"] = pageNumber.ToString(CultureInfo.InvariantCulture) };

    private static TimeSpan ListDelay(IConnectorContext context) => TimeSpan.FromMinutes(
        int.TryParse(context.Settings.GetValueOrDefault("order_list_delay_minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? minutes
            : DefaultListDelayMinutes);
}
