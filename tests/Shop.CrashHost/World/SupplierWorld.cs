using System.Text.Json;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;

namespace Shop.CrashHost.World;

public enum Behaviour
{
    Accepts,

    /// <summary>Takes the order, then the line drops: the caller sees an exception.</summary>
    Drops,

    /// <summary>Takes the order, then answers 500.</summary>
    Fails,
}

/// <summary>
/// A supplier whose truth is an append-only file. It takes every order it is sent, also a second one under the same reference: duplicates are the
/// platform's to prevent.
/// </summary>
public sealed class SupplierWorld(string file) : IConnectors
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _looks = [];
    private readonly HashSet<string> _misbehaved = [];

    public Behaviour Behaviour { get; set; }

    /// <summary>The planted bug: the look-up says "certainly none" whatever happened.</summary>
    public bool Blind { get; set; }

    /// <summary>Looking up is not possible at this supplier.</summary>
    public bool NoLookUp { get; set; }

    /// <summary>Product id → fault when it is ordered.</summary>
    public Dictionary<string, Fault> Refuses { get; } = [];

    /// <summary>Supplier order id → what the supplier says from now on.</summary>
    public Dictionary<string, SupplierOrder> Says { get; } = [];

    /// <summary>Looks until an order is shipped; twice as many until it is delivered. Null: it never moves by itself.</summary>
    public int? LooksToShip { get; set; } = 2;

    public IReadOnlyList<InstalledConnector> Installed => [new("fake", "Fake", "1.0", ["place-order"])];

    public IReadOnlyList<Line> Record() => File.Exists(file) ? [.. File.ReadAllLines(file).Select(l => JsonSerializer.Deserialize<Line>(l)!)] : [];

    public Task<Answer<IReadOnlyList<SupplierOrder>>> PlaceAsync(string connectorId, OrderRequest request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (request.Lines.Select(l => Refuses.GetValueOrDefault(l.ProductId)).FirstOrDefault(f => f is not null) is { } fault)
                return Faulty<IReadOnlyList<SupplierOrder>>(fault);
            var line = new Line("placed", request.Reference, $"X{Record().Count + 1}", [.. request.Lines.Select(l => l.ProductId)], request.ShipTo.Line1);
            Append(line);
            // It misbehaves once per reference, so that a platform that repeats is caught by the record and not by endless errors.
            if (Behaviour != Behaviour.Accepts && _misbehaved.Add(request.Reference))
            {
                return Behaviour == Behaviour.Drops ? throw new IOException("The connection was lost.")
                    : Faulty<IReadOnlyList<SupplierOrder>>(new Fault(FaultKind.Unavailable, "The supplier had an error.") { Code = "500" });
            }
            return Listed<SupplierOrder>([State(line.OrderId)]);
        }
    }

    public Task<Answer<IReadOnlyList<SupplierOrder>>> FindOrdersAsync(string connectorId, OrderRequest request, DateTimeOffset placedAfter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (NoLookUp)
                return Faulty<IReadOnlyList<SupplierOrder>>(new Fault(FaultKind.Unsupported, "This supplier cannot look up orders."));
            return Listed<SupplierOrder>(
                Blind ? [] : [.. Record().Where(l => l.What == "placed" && l.Reference == request.Reference).Select(l => State(l.OrderId))]);
        }
    }

    public Task<Answer<SupplierOrder>> ReadOrderAsync(string connectorId, string orderId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _looks[orderId] = _looks.GetValueOrDefault(orderId) + 1;
            return Task.FromResult<Answer<SupplierOrder>>(State(orderId));
        }
    }

    public Task<Answer<SupplierOrder>> CancelOrderAsync(string connectorId, string orderId, string reason, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (State(orderId).State is not (SupplierOrder.OrderState.Processing or SupplierOrder.OrderState.Cancelled))
                return Faulty<SupplierOrder>(new Fault(FaultKind.NotAvailable, "Too late to cancel."));
            Append(new("cancelled", "", orderId, [], ""));
            return Task.FromResult<Answer<SupplierOrder>>(State(orderId));
        }
    }

    public Task<Answer<IReadOnlyList<Parcel>>> TrackAsync(string connectorId, string orderId, Market market, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var state = State(orderId).State;
            if (state is not (SupplierOrder.OrderState.Shipped or SupplierOrder.OrderState.Completed))
                return Listed<Parcel>([]);
            return Listed<Parcel>(
            [
                new($"TR{orderId}")
                {
                    Carrier = "Fake Post", Delivered = state == SupplierOrder.OrderState.Completed,
                    Events = [new(new(2026, 6, 16, 8, 0, 0, TimeSpan.Zero), "Picked up"), .. state == SupplierOrder.OrderState.Completed
                        ? [new Parcel.Event(new(2026, 6, 17, 8, 0, 0, TimeSpan.Zero), "Delivered")] : Array.Empty<Parcel.Event>()],
                },
            ]);
        }
    }

    public Task<IReadOnlyList<string>> ConnectedAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(["fake"]);

    public Task<RecognizedProduct?> RecognizeAddressAsync(string address, CancellationToken cancellationToken) => Task.FromResult<RecognizedProduct?>(null);

    public Task<Answer<ISearchOffers.Page>> SearchAsync(string connectorId, string words, int pageNumber, Market market, CancellationToken cancellationToken) =>
        Unsupported<ISearchOffers.Page>();

    public Task<Answer<Offer>> ReadOfferAsync(string connectorId, string productId, Market market, CancellationToken cancellationToken) => Unsupported<Offer>();

    public Task<Answer<Offer>> WatchOfferAsync(string connectorId, string productId, Market market, CancellationToken cancellationToken) => Unsupported<Offer>();

    public Task<Answer<IReadOnlyList<ShippingOption>>> QuoteAsync(string connectorId, OrderRequest.Line line, string? province, Market market, CancellationToken cancellationToken) =>
        Unsupported<IReadOnlyList<ShippingOption>>();

    public Task<Answer<IReadOnlyList<IReadSignals.Series>>> ReadSignalsAsync(string connectorId, string term, Market market, CancellationToken cancellationToken) =>
        Unsupported<IReadOnlyList<IReadSignals.Series>>();

    private SupplierOrder State(string orderId)
    {
        if (Says.GetValueOrDefault(orderId) is { } said)
            return said;
        if (Record().Any(l => l.What == "cancelled" && l.OrderId == orderId))
            return new(orderId, SupplierOrder.OrderState.Cancelled);
        var looks = _looks.GetValueOrDefault(orderId);
        var state = looks >= 2 * LooksToShip ? SupplierOrder.OrderState.Completed : looks >= LooksToShip ? SupplierOrder.OrderState.Shipped : SupplierOrder.OrderState.Processing;
        return new(orderId, state) { Total = new(12.50m, "CAD") };
    }

    private void Append(Line line)
    {
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(line));
        stream.WriteByte((byte)'\n');
        stream.Flush(flushToDisk: true);
    }

    private static Task<Answer<T>> Faulty<T>(Fault fault) => Task.FromResult<Answer<T>>(fault);

    private static Task<Answer<IReadOnlyList<T>>> Listed<T>(List<T> value) => Task.FromResult(new Answer<IReadOnlyList<T>> { Value = value });

    private static Task<Answer<T>> Unsupported<T>() => Task.FromResult<Answer<T>>(new Fault(FaultKind.Unsupported, "Not here."));

    public sealed record Line(string What, string Reference, string OrderId, IReadOnlyList<string> Products, string ShipTo);
}
