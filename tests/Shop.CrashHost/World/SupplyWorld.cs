using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Sourcing;

namespace Shop.CrashHost.World;

/// <summary>Quotes 10.00 for A (store 1) and 12.00 for B (store 2), shipping 3.00 and 4.00: 39.00 for the order, 40.00 having been expected.</summary>
public sealed class SupplyWorld : ISupply
{
    private readonly Dictionary<Id<Variant>, Source> _sources = new()
    {
        [OrdersWorld.A] = new("store1", "pA", 10m, 3m),
        [OrdersWorld.B] = new("store2", "pB", 12m, 4m),
    };

    /// <summary>What prices are multiplied with.</summary>
    public decimal Factor { get; set; } = 1m;

    public HashSet<string> SoldOut { get; } = [];

    public bool Away { get; set; }

    public Dictionary<Id<Variant>, AlternativeOffer> Alternatives { get; } = [];

    public Task<Outcome<SupplyQuote>> QuoteAsync(IReadOnlyList<SupplyLine> lines, string province, bool fresh, CancellationToken cancellationToken)
    {
        if (Away)
            return Outcome(Problem.Unavailable("supply.away", "The supplier does not answer."));
        if (lines.FirstOrDefault(l => SoldOut.Contains(_sources[l.Variant].Product)) is { } gone)
            return Outcome(Problem.Conflict("supply.sold-out", $"{_sources[gone.Variant].Product} is sold out."));
        var groups = lines.GroupBy(l => _sources[l.Variant].Store).Select(g => new SupplyGroup(
            "fake", g.Key,
            [.. g.Select(l => new SupplyGroupLine(l.Variant, l.Quantity, _sources[l.Variant].Product, "sku", null, Money.Cad(_sources[l.Variant].Cost * Factor), new(1m, "USD"), null))],
            "POST", Money.Cad(_sources[g.First().Variant].Shipping), 7, 20));
        return Task.FromResult<Outcome<SupplyQuote>>(new SupplyQuote([.. groups], default));
    }

    public Task<IReadOnlyList<AlternativeOffer>> AlternativesAsync(Id<Variant> variant, int quantity, string province, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AlternativeOffer>>(Alternatives.TryGetValue(variant, out var offer) ? [offer] : []);

    public Task<Outcome<Done>> UseAsync(Id<Variant> variant, string connectorId, string productId, string supplierVariantId, string actor, CancellationToken cancellationToken)
    {
        _sources[variant] = new("store3", productId, 11m, 2m);
        return Task.FromResult<Outcome<Done>>(new Done());
    }

    private static Task<Outcome<SupplyQuote>> Outcome(Problem problem) => Task.FromResult<Outcome<SupplyQuote>>(problem);

    private sealed record Source(string Store, string Product, decimal Cost, decimal Shipping);
}
