using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Other sources of a variant: those mapped before, then what a search by its title finds and matches.</summary>
internal sealed class FindAlternatives(ShopDb db, IConnectors connectors, SupplyLineQuotes quotes)
{
    private const int MostRead = 4;

    public async Task<IReadOnlyList<AlternativeOffer>> RunAsync(Id<Variant> variant, int quantity, string province, CancellationToken cancellationToken)
    {
        var sources = await db.Set<SupplierVariant>().AsNoTracking().Where(s => s.VariantId == variant)
            .Join(db.Set<SupplierOffer>().AsNoTracking(), s => s.OfferId, o => o.Id, (s, o) => new Source(s, o)).ToListAsync(cancellationToken);
        if (sources.MinBy(s => s.Variant.Priority) is not { } current)
            return [];
        var found = new List<AlternativeOffer>();
        foreach (var mapped in sources.Where(s => s != current))
            await QuoteAsync(found, mapped.Offer, mapped.Variant, mapped.Offer.Snapshot.Title, (1m, "Mapped to this variant before"), quantity, province, cancellationToken);
        foreach (var candidate in await SearchAsync(current, sources, cancellationToken))
            await QuoteAsync(found, candidate.Offer, candidate.Variant, candidate.Title, candidate.Match, quantity, province, cancellationToken);
        return [.. found.OrderByDescending(f => f.MatchScore).ThenBy(f => f.UnitCost.Amount * quantity + f.ShippingFee.Amount)];
    }

    private async Task<List<Candidate>> SearchAsync(Source current, List<Source> known, CancellationToken cancellationToken)
    {
        var ours = current.Offer.Snapshot;
        var candidates = new List<Candidate>();
        foreach (var connector in await connectors.SearchableAsync(cancellationToken))
        {
            var words = string.Join(' ', ours.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6));
            if ((await connectors.SearchAsync(connector, words, 1, Market.Canada, cancellationToken)).Failed(out _, out var page))
                continue;
            var near = page.Offers.Where(o => !known.Any(k => k.Offer.ConnectorId == connector && k.Offer.ProductKey == o.ProductId))
                .OrderByDescending(o => MatchScore.Compare(ours, o, [], new OfferVariant("")).Score).Take(MostRead);
            foreach (var hit in near)
                candidates.AddRange(await ReadAsync(connector, hit.ProductId, ours, current.Variant.Options, cancellationToken));
        }
        return candidates;
    }

    private async Task<IEnumerable<Candidate>> ReadAsync(
        string connector, string productKey, Offer ours, IReadOnlyList<KeyValuePair<string, string>> options, CancellationToken cancellationToken)
    {
        var answer = await connectors.ReadOfferAsync(connector, productKey, Market.Canada, cancellationToken);
        if (answer.Failed(out _, out var offer) || offer.Variants.Count == 0)
            return [];
        var best = offer.Variants.Where(v => v.Stock is not 0).MaxBy(v => MatchScore.Options(options, v.Options));
        if (best is null || MatchScore.Compare(ours, offer, options, best) is var match && match.Score < MatchScore.Least)
            return [];
        var row = new SupplierOffer { ConnectorId = connector, ProductKey = productKey, Snapshot = offer, StoreId = offer.StoreId };
        return [new Candidate(row, new SupplierVariant { Sku = best.Id, OrderKey = best.OrderKey }, offer.Title, match)];
    }

    private async Task QuoteAsync(
        List<AlternativeOffer> found, SupplierOffer offer, SupplierVariant variant, string title, (decimal Score, string Why) match, int quantity, string province,
        CancellationToken cancellationToken)
    {
        if ((await quotes.QuoteAsync(offer, variant, quantity, province, false, cancellationToken)).Failed(out _, out var quote))
            return;
        var cheapest = OfferCosts.Cheapest(quote.Fees.Select(f => f.Option));
        found.Add(new AlternativeOffer(
            offer.ConnectorId, offer.ProductKey, variant.Sku, title, quote.UnitCost, quote.Fees.First(f => f.Option == cheapest).Cad, quote.Variant.Stock,
            match.Score, match.Why));
    }

    private sealed record Source(SupplierVariant Variant, SupplierOffer Offer);

    private sealed record Candidate(SupplierOffer Offer, SupplierVariant Variant, string Title, (decimal Score, string Why) Match);
}
