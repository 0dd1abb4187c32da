using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Quotes what checkout and fulfilment are about to buy.</summary>
internal sealed class Supply(ShopDb db, SupplyLineQuotes quotes, FindAlternatives alternatives, UseOffer use, WantedOffers wanted) : ISupply
{
    public async Task<Outcome<SupplyQuote>> QuoteAsync(IReadOnlyList<SupplyLine> lines, string province, bool fresh, CancellationToken cancellationToken)
    {
        if (lines.Count == 0 || lines.Any(l => l.Quantity < 1))
            return Problem.Invalid("supply.no-lines", "There is nothing to quote.");
        var ids = lines.Select(l => l.Variant).Distinct().ToList();
        var sources = await db.Set<SupplierVariant>().AsNoTracking().Where(s => ids.Contains(s.VariantId) && s.Priority == 0)
            .Join(db.Set<SupplierOffer>().AsNoTracking(), s => s.OfferId, o => o.Id, (s, o) => new { Source = s, Offer = o }).ToListAsync(cancellationToken);
        var quoted = new List<QuotedLine>();
        var problems = new Dictionary<Id<Variant>, Problem>();
        foreach (var line in Merge(lines))
        {
            if (sources.FirstOrDefault(s => s.Source.VariantId == line.Variant) is not { } found)
                problems[line.Variant] = Problem.Conflict("supply.not-sourced", "No supplier is mapped to this variant.");
            else if ((await quotes.QuoteAsync(found.Offer, found.Source, line.Quantity, province, fresh, cancellationToken)).Failed(out var problem, out var quote))
                problems[line.Variant] = problem;
            else
                quoted.Add(new QuotedLine(line, found.Offer.ConnectorId, found.Offer.ProductKey, quote));
        }
        if (fresh)
            await wanted.RememberAsync([.. sources.Select(s => s.Offer.Id)], cancellationToken);
        if (problems.Count > 0)
            return await DescribeAsync(problems, cancellationToken);
        return new SupplyQuote(SupplyGrouping.Group(quoted), quoted.Min(q => q.Quote.At));
    }

    public Task<IReadOnlyList<AlternativeOffer>> AlternativesAsync(Id<Variant> variant, int quantity, string province, CancellationToken cancellationToken) =>
        alternatives.RunAsync(variant, quantity, province, cancellationToken);

    public Task<Outcome<Done>> UseAsync(
        Id<Variant> variant, string connectorId, string productId, string supplierVariantId, string actor, CancellationToken cancellationToken) =>
        use.RunAsync(variant, connectorId, productId, supplierVariantId, actor, cancellationToken);

    /// <summary>Two lines of one variant are one purchase: stock and shipping are asked for their sum.</summary>
    private static IEnumerable<SupplyLine> Merge(IReadOnlyList<SupplyLine> lines) =>
        lines.GroupBy(l => l.Variant).Select(g => new SupplyLine(g.Key, g.Sum(l => l.Quantity)));

    /// <summary>Names each line that cannot be supplied. A supplier that does not answer outweighs: then nothing is final.</summary>
    private async Task<Problem> DescribeAsync(Dictionary<Id<Variant>, Problem> problems, CancellationToken cancellationToken)
    {
        var ids = problems.Keys.ToList();
        var titles = await db.Set<Variant>().Where(v => ids.Contains(v.Id))
            .Join(db.Set<Product>(), v => v.ProductId, p => p.Id, (v, p) => new { v.Id, p.TitleEn }).ToDictionaryAsync(t => t.Id, t => t.TitleEn, cancellationToken);
        var leading = problems.Values.FirstOrDefault(p => p.Kind == ProblemKind.Unavailable) ?? problems.Values.First();
        var words = problems.Select(p => $"{titles.GetValueOrDefault(p.Key, "A product")}: {p.Value.Message}");
        return leading with
        {
            Message = string.Join(' ', words),
            Fields = problems.ToDictionary(p => p.Key.ToString(), p => p.Value.Message),
        };
    }
}
