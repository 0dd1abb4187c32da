using Shop.Platform.Kernel;

namespace Shop.Platform.Sourcing;

/// <summary>Which lines become one supplier order: same connector, same store, one way of shipping that all of them have. Pure.</summary>
internal static class SupplyGrouping
{
    public static IReadOnlyList<SupplyGroup> Group(IReadOnlyList<QuotedLine> lines) =>
        [.. lines.GroupBy(l => (l.ConnectorId, Store: l.Quote.StoreId ?? $"?{l.ProductKey}")).SelectMany(g => Ship([.. g]))];

    /// <summary>One group when a way of shipping fits all lines, else one per line's own cheapest way.</summary>
    private static IEnumerable<SupplyGroup> Ship(List<QuotedLine> lines)
    {
        var common = lines[0].Quote.Fees.Select(f => f.Option.Code).Where(code => lines.All(l => l.Quote.Fees.Any(f => f.Option.Code == code))).Distinct().ToList();
        if (common.Count == 0)
            return lines.GroupBy(l => OfferCosts.Cheapest(l.Quote.Fees.Select(f => f.Option))!.Code).Select(g => Make([.. g], g.Key));
        // The same order as for a single line: tracked first, then the lowest sum.
        var best = common.OrderBy(code => lines.Max(l => Rank(Fee(l, code).Option.Tracked)))
            .ThenBy(code => lines.Sum(l => Fee(l, code).Cad.Amount)).ThenBy(code => code, StringComparer.Ordinal).First();
        return [Make(lines, best)];
    }

    private static SupplyGroup Make(List<QuotedLine> lines, string code)
    {
        var fees = lines.ConvertAll(l => Fee(l, code));
        return new SupplyGroup(
            lines[0].ConnectorId, lines[0].Quote.StoreId, [.. lines.Select(Line)], code, Money.Sum(fees.Select(f => f.Cad), "CAD"),
            fees.Max(f => f.Option.MinDays), fees.Max(f => f.Option.MaxDays));
    }

    private static SupplyGroupLine Line(QuotedLine line) => new(
        line.Line.Variant, line.Line.Quantity, line.ProductKey, line.Quote.Variant.Id, line.Quote.OrderKey, line.Quote.UnitCost, line.Quote.SupplierPrice,
        line.Quote.Variant.Stock);

    private static ShippingFee Fee(QuotedLine line, string code) => line.Quote.Fees.First(f => f.Option.Code == code);

    private static int Rank(bool? tracked) => tracked switch { true => 0, null => 1, false => 2 };
}

internal sealed record QuotedLine(SupplyLine Line, string ConnectorId, string ProductKey, LineQuote Quote);
