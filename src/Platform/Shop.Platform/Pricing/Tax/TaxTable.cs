namespace Shop.Platform.Pricing.Tax;

/// <summary>Which taxes a province charges on a day. A new rate is a new row; old rows stay, because refunds look back.</summary>
internal static class TaxTable
{
    /// <summary>The day Manitoba's rate last changed: what was before is not in this table.</summary>
    public static readonly DateOnly Begins = new(2019, 7, 1);

    private static readonly DateOnly BreakBegins = new(2024, 12, 14);
    private static readonly DateOnly BreakEnds = new(2025, 2, 15);
    private static readonly DateOnly NovaScotiaCut = new(2025, 4, 1);

    private static readonly TaxRate[] Rates =
    [
        new("AB", "GST", 5m), new("NT", "GST", 5m), new("NU", "GST", 5m), new("YT", "GST", 5m),
        new("BC", "GST", 5m), new("BC", "PST", 7m),
        new("MB", "GST", 5m), new("MB", "RST", 7m),
        new("SK", "GST", 5m), new("SK", "PST", 6m),
        new("QC", "GST", 5m), new("QC", "QST", 9.975m),
        new("ON", "HST", 13m), new("NB", "HST", 15m), new("NL", "HST", 15m), new("PE", "HST", 15m),
        new("NS", "HST", 15m) { Until = NovaScotiaCut.AddDays(-1) },
        new("NS", "HST", 14m) { From = NovaScotiaCut },
    ];

    /// <summary>The taxes on one line, in the order they are shown: federal first.</summary>
    public static IEnumerable<TaxRate> For(string province, DateOnly day, string category, decimal unitPrice)
    {
        var rates = Rates.Where(r => r.Province == province && day >= r.From && (r.Until is null || day <= r.Until));
        return category == "childrens_clothing" ? rates.Select(r => OnChildrensClothing(r, day, unitPrice)).OfType<TaxRate>() : rates;
    }

    /// <summary>Null where the tax is not charged on children's clothing.</summary>
    private static TaxRate? OnChildrensClothing(TaxRate rate, DateOnly day, decimal unitPrice)
    {
        var inBreak = day >= BreakBegins && day <= BreakEnds;
        return (rate.Province, rate.Kind) switch
        {
            (_, "GST" or "HST") when inBreak => null,
            // Point-of-sale rebate of the provincial part: the federal 5 % is still collected under the name HST.
            ("ON" or "NS" or "PE", "HST") => rate with { Percent = 5m },
            ("BC", "PST") => null,
            ("MB", "RST") when Math.Abs(unitPrice) <= 150m => null,
            _ => rate,
        };
    }
}

internal sealed record TaxRate(string Province, string Kind, decimal Percent)
{
    public DateOnly From { get; init; } = TaxTable.Begins;
    public DateOnly? Until { get; init; }
}
