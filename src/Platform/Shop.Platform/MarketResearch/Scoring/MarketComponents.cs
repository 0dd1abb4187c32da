using System.Globalization;
using Shop.Platform.MarketResearch.Forecasting;

namespace Shop.Platform.MarketResearch.Scoring;

/// <summary>What best-seller lists and suppliers say: presence, price, competition, margin.</summary>
internal static class MarketComponents
{
    private const int EvidenceShown = 5;

    public static IEnumerable<ScoreComponent> Of(TopicEvidence evidence) =>
        [BestSellers(evidence.BestSellers), Price(evidence.BestSellers), Competition(evidence.Supply), Margin(evidence)];

    /// <summary>Median price of the matching best sellers; null when none shows a price.</summary>
    internal static decimal? MarketPrice(BestSellers? list)
    {
        var prices = list?.Matches.Where(m => m.PriceCad is not null).Select(m => (double)m.PriceCad!.Value).ToList() ?? [];
        return prices.Count == 0 ? null : Math.Round((decimal)Statistics.Median(prices), 2);
    }

    private static ScoreComponent BestSellers(BestSellers? list)
    {
        if (list is null)
            return Missing(Weights.BestSellers, "The category's best-seller list is not known.");
        if (list.Matches.Count == 0)
            return new(Weights.BestSellers, Weights.Of(Weights.BestSellers), 0, $"None of the {list.ListLength} best sellers of the category is of this kind.",
                [new Evidence(list.Source, null, "best-seller list read", $"{list.ListLength} products, no match", list.ObservedAt)]);
        var value = Measures.BestSellers(list.Matches.Select(m => m.Rank));
        var best = list.Matches.Min(m => m.Rank);
        return Known(Weights.BestSellers, value, $"{list.Matches.Count} of the category's {list.ListLength} best sellers are of this kind, the best at rank {best}.",
            list.Matches.OrderBy(m => m.Rank).Take(EvidenceShown).Select(m => new Evidence(list.Source, m.Address, m.Title, $"rank {m.Rank}", list.ObservedAt)));
    }

    private static ScoreComponent Price(BestSellers? list)
    {
        if (MarketPrice(list) is not { } price)
            return Missing(Weights.PriceLevel, "No market price in Canada is known.");
        return Known(Weights.PriceLevel, Measures.Price((double)price), $"Such products sell at about {Cad(price)} in Canada.", PriceEvidence(list!));
    }

    private static ScoreComponent Competition(Supply? supply)
    {
        if (supply?.Results is not { } results || results == 0)
            return Missing(Weights.Competition, supply is null ? "No supplier answered." : "The suppliers do not say how many offers they have.");
        return Known(Weights.Competition, Measures.Competition(results), $"{supply.Suppliers} supplier(s) hold {results.ToString("N0", CultureInfo.InvariantCulture)} offers of this kind.",
            [new Evidence(string.Join(", ", supply.Sources), null, "search results", results.ToString(CultureInfo.InvariantCulture), supply.ObservedAt)]);
    }

    private static ScoreComponent Margin(TopicEvidence evidence)
    {
        if (MarketPrice(evidence.BestSellers) is not { } market)
            return Missing(Weights.Margin, "No margin can be told: the market price is not known.");
        if (evidence.Supply?.Landed is not { ShippingCad: { } shipping } landed)
            return Missing(Weights.Margin, "No margin can be told: no supplier price with shipping is known.");
        var cost = landed.PriceCad + shipping;
        var share = (double)((market - cost) / market);
        var reason = cost < market
            ? $"{Cad(market - cost)} of {Cad(market)} are left after goods and shipping ({Math.Round(share * 100)} %)."
            : $"Goods and shipping cost {Cad(cost)}, the market pays {Cad(market)}: nothing is left.";
        return Known(Weights.Margin, Measures.Margin(share), reason,
        [
            new Evidence(landed.Source, landed.Address, landed.Title, $"{Cad(landed.PriceCad)} + {Cad(shipping)} shipping", landed.ObservedAt),
            .. PriceEvidence(evidence.BestSellers!),
        ]);
    }

    private static IEnumerable<Evidence> PriceEvidence(BestSellers list) =>
        list.Matches.Where(m => m.PriceCad is not null).OrderBy(m => m.Rank).Take(EvidenceShown)
            .Select(m => new Evidence(list.Source, m.Address, m.Title, Cad(m.PriceCad!.Value), list.ObservedAt));

    private static ScoreComponent Known(string key, double value, string reason, IEnumerable<Evidence> evidence) =>
        new(key, Weights.Of(key), Math.Round((decimal)value, 1), reason, [.. evidence]);

    private static ScoreComponent Missing(string key, string reason) => new(key, Weights.Of(key), null, reason, []);

    private static string Cad(decimal amount) => "$" + amount.ToString("0.00", CultureInfo.InvariantCulture);
}
