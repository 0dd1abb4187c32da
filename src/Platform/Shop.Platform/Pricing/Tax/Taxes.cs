using Shop.Platform.Kernel;

namespace Shop.Platform.Pricing.Tax;

internal sealed class Taxes : ITaxes
{
    public TaxResult Calculate(string province, DateOnly date, IReadOnlyList<TaxableLine> lines)
    {
        var currency = Currency(lines);
        var taxes = lines.SelectMany(line => RatesOf(province, date, line).Select(rate => (rate.Kind, rate.Percent, Base: line.Net)));
        return new TaxResult(Money.Sum(lines.Select(l => l.Net), currency), SumAndRound(taxes, currency));
    }

    public TaxResult CalculateIncluded(string province, DateOnly date, IReadOnlyList<TaxableLine> lines)
    {
        var currency = Currency(lines);
        var taxes = lines.SelectMany(line => NetOfIncluded(province, date, line)).ToList();
        var rounded = SumAndRound(taxes, currency);
        var paid = Money.Sum(lines.Select(l => l.Net), currency);
        return new TaxResult(paid - Money.Sum(rounded.Select(t => t.Amount), currency), rounded);
    }

    private static IEnumerable<(string Kind, decimal Percent, Money Base)> NetOfIncluded(string province, DateOnly date, TaxableLine line)
    {
        var rates = RatesOf(province, date, line).ToList();
        var net = line.Net with { Amount = line.Net.Amount / (1m + rates.Sum(r => r.Percent) / 100m) };
        return rates.Select(rate => (rate.Kind, rate.Percent, net));
    }

    private static IEnumerable<TaxRate> RatesOf(string province, DateOnly date, TaxableLine line)
    {
        if (Province.Find(province) is null)
            throw new ArgumentException($"'{province}' is not a province of Canada.", nameof(province));
        if (date < TaxTable.Begins)
            throw new ArgumentException($"No tax rates are stored for {date:yyyy-MM-dd}.", nameof(date));
        return TaxTable.For(province, date, line.Category, line.Net.Amount / line.Quantity);
    }

    /// <summary>Per tax and rate over the whole order, rounded once: rounding piece by piece gives other totals.</summary>
    private static List<TaxLine> SumAndRound(IEnumerable<(string Kind, decimal Percent, Money Base)> taxes, string currency) =>
        [.. taxes.GroupBy(t => (t.Kind, t.Percent)).OrderBy(g => g.Key.Kind is "GST" or "HST" ? 0 : 1).ThenByDescending(g => g.Key.Percent)
            .Select(g => Line(g.Key.Kind, g.Key.Percent, (Money.Sum(g.Select(t => t.Base), currency) * (g.Key.Percent / 100m)).Round()))];

    private static TaxLine Line(string kind, decimal percent, Money amount) => new(kind, kind, French(kind), percent, amount);

    private static string French(string kind) => kind switch
    {
        "GST" => "TPS",
        "HST" => "TVH",
        "PST" => "TVP",
        "RST" => "TVD",
        "QST" => "TVQ",
        _ => kind,
    };

    private static string Currency(IReadOnlyList<TaxableLine> lines) => lines.Count == 0 ? "CAD" : lines[0].Net.Currency;
}
