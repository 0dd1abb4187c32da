using Shop.Platform.MarketResearch.Scoring;

namespace Shop.Platform.Tests.MarketResearch;

/// <summary>Products whose true demand and profit are known, and what noisy, partly missing sources show of them.</summary>
internal static class HiddenMarket
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<HiddenProduct> Make(Random dice, int count)
    {
        var products = Enumerable.Range(0, count).Select(_ => Draw(dice)).ToList();
        var demand = products.Select(p => p.Values[^1]).OrderDescending().ToList();
        return [.. products.Select((p, i) => Observe(dice, p, i, demand))];
    }

    private static Truth Draw(Random dice)
    {
        var growth = (dice.NextDouble() * 0.7) - 0.3;
        var peak = dice.Next(52);
        var season = dice.NextDouble();
        var values = Synthetic.Demand(dice, 264, 20 + (80 * dice.NextDouble()), growth, season, peak);
        var price = 15 + (60 * dice.NextDouble());
        return new Truth(values, price, (0.1 + (0.6 * dice.NextDouble())) * price);
    }

    private static HiddenProduct Observe(Random dice, Truth truth, int number, List<double> demand)
    {
        // What a merchant would earn next month: pieces people want then, times what is left of each dollar, with growth as its promise.
        var margin = (truth.Price - truth.Cost) / truth.Price;
        var attractive = Math.Log(truth.Values[260..].Average()) + (1.5 * margin) + (2 * Math.Log(truth.Values[208..260].Average() / truth.Values[156..208].Average()));
        var place = demand.IndexOf(truth.Values[^1]) + 1 + dice.Next(-3, 4);
        var evidence = new TopicEvidence($"product {number}", "all")
        {
            Interest = new Interest("trends", null, Now, Synthetic.Weekly(Synthetic.AsIndex(truth.Values[..260]))),
            BestSellers = new BestSellers("list", Now, 50, place is > 0 and <= 50 ? [new RankedProduct($"product {number}", place, (decimal)truth.Price, null)] : []),
            // Every eighth supplier search fails.
            Supply = number % 8 == 0 ? null : new Supply(["supplier"], Now, 1, dice.Next(50, 5000),
                new LandedOffer("supplier", "", (decimal)(truth.Cost * 0.7), (decimal)(truth.Cost * 0.3), null, Now)),
        };
        return new HiddenProduct(evidence, attractive);
    }

    private sealed record Truth(double[] Values, double Price, double Cost);
}

internal sealed record HiddenProduct(TopicEvidence Evidence, double Attractiveness);
