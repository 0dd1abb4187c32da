using System.Reflection;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Pricing;
using Shop.Platform.Sourcing;

namespace Shop.Platform.Tests.MarketResearch;

/// <summary>Sources, a supplier, exchange rates and sourcing as far as research asks them.</summary>
public sealed class ResearchWorld : ISourcingRuns, IExchangeRates
{
    public List<string> Asked { get; } = [];

    public List<SourcingRequest> Sourced { get; } = [];

    public HashSet<string> Down { get; } = [];

    public FaultKind DownWith { get; set; } = FaultKind.Challenge;

    public IReadOnlyList<InstalledConnector> Installed { get; } =
    [
        new("lists", "Lists", "1", ["read-signals"]), new("supplier", "Supplier", "1", ["search-offers", "read-offer", "quote-shipping"]),
        new("trends", "Trends", "1", ["read-signals"]),
    ];

    public IConnectors AsConnectors()
    {
        var connectors = DispatchProxy.Create<IConnectors, Proxy>();
        ((Proxy)(object)connectors).World = this;
        return connectors;
    }

    public Task<Outcome<Guid>> StartAsync(SourcingRequest request, CancellationToken cancellationToken)
    {
        Sourced.Add(request);
        return Task.FromResult<Outcome<Guid>>(new Guid(Sourced.Count, 0, 0, new byte[8]));
    }

    public Task<Outcome<Converted>> ToCadAsync(Amount amount, DateOnly? day, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<Converted>>(new Converted(Money.Cad(amount.Value * 1.4m), 1.4m, new DateOnly(2026, 6, 12)));

    private Answer<IReadOnlyList<IReadSignals.Series>> Signals(string source, string term)
    {
        Asked.Add($"{source} {term}");
        if (Down.Contains(source)) return new Fault(DownWith, $"{source} is down");
        var category = term.StartsWith("category:", StringComparison.Ordinal);
        if (category != (source == "lists")) return new Fault(FaultKind.Unsupported, "not mine");
        if (!category)
            return new List<IReadSignals.Series> { new("search-interest", "index-0-100", [.. Synthetic.Points(Synthetic.AsIndex(Synthetic.Demand(new Random(term.Length), 260, 50, term.Length / 50.0, 0.5, 8)))]) { Source = "https://trends.example" } };
        var at = new DateTimeOffset(2026, 6, 15, 0, 0, 0, TimeSpan.Zero);
        return new List<IReadSignals.Series>
        {
            new("Best yoga mat ever", "rank", [new(at, 3)]) { Source = "https://lists.example/1" }, new("Best yoga mat ever", "CAD", [new(at, 49.99m)]) { Source = "https://lists.example/1" },
            new("Kettlebell", "rank", [new(at, 4)]) { Source = "https://lists.example/2" },
        };
    }

    private Answer<ISearchOffers.Page> Search(string source, string words)
    {
        Asked.Add($"{source} {words}");
        if (Down.Contains(source)) return new Fault(DownWith, $"{source} is down");
        return new ISearchOffers.Page([.. Enumerable.Range(1, 5).Select(i => new Offer($"{words}-{i}", $"New {words} {i}") { Price = new Amount(i * 3m, "USD") })]) { Total = 800 };
    }

    private static Answer<Offer> Read(string id) => new Offer(id, id) { Variants = [new OfferVariant("v1") { Stock = 5 }] };

    private static Answer<IReadOnlyList<ShippingOption>> Quote() =>
        new List<ShippingOption> { new("fast", new Amount(9m, "USD")), new("slow", new Amount(2m, "USD")) };

    public class Proxy : DispatchProxy
    {
        internal ResearchWorld? World { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            "get_Installed" => World!.Installed,
            nameof(IConnectors.ReadSignalsAsync) => Task.FromResult(World!.Signals((string)args![0]!, (string)args[1]!)),
            nameof(IConnectors.SearchAsync) => Task.FromResult(World!.Search((string)args![0]!, (string)args[1]!)),
            nameof(IConnectors.ReadOfferAsync) => Task.FromResult(Read((string)args![1]!)),
            nameof(IConnectors.QuoteAsync) => Task.FromResult(Quote()),
            var other => throw new InvalidOperationException($"{other} is not expected here."),
        };
    }
}
