using System.Globalization;
using Shop.Platform.Kernel;
using Shop.Platform.Pricing;
using Shop.Platform.Pricing.Tax;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Tax;

public sealed class TaxTests
{
    private static readonly ITaxes Taxes = new Taxes();
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void Every_golden_case_agrees_to_the_cent()
    {
        var rows = File.ReadAllLines(ReferenceData.File("canada", "tax-golden.csv")).Skip(1).Select(Split).ToList();
        var wrong = rows.Select(Difference).Where(d => d is not null).ToList();
        Assert.Equal(71, rows.Count);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Quebec_taxes_are_two_lines_and_the_second_is_not_on_the_first()
    {
        var result = Taxes.Calculate("QC", Today, [Line("general", 100m)]);
        Assert.Equal([("GST", "TPS", 5m, 5.00m), ("QST", "TVQ", 9.975m, 9.98m)], result.Taxes.Select(t => (t.LabelEn, t.LabelFr, t.Rate, t.Amount.Amount)));
        Assert.Equal(Money.Cad(114.98m), result.Total);
    }

    [Fact]
    public void Manitoba_calls_its_tax_RST_and_looks_at_the_price_of_one_piece()
    {
        var pieces = Taxes.Calculate("MB", Today, [Line("childrens_clothing", 300m) with { Quantity = 2 }]);
        var one = Taxes.Calculate("MB", Today, [Line("childrens_clothing", 300m)]);
        Assert.Equal(["GST"], pieces.Taxes.Select(t => t.Kind));
        Assert.Equal(["GST", "RST"], one.Taxes.Select(t => t.Kind));
    }

    [Fact]
    public void Nova_Scotia_changes_its_rate_on_the_first_of_April_2025()
    {
        Assert.Equal(15m, Taxes.Calculate("NS", new(2025, 3, 31), [Line("general", 1m)]).Taxes.Single().Rate);
        Assert.Equal(14m, Taxes.Calculate("NS", new(2025, 4, 1), [Line("general", 1m)]).Taxes.Single().Rate);
    }

    [Fact]
    public void A_tax_that_rounds_to_nothing_is_still_shown() =>
        Assert.Equal(Money.Cad(0m), Taxes.Calculate("ON", Today, [Line("general", 0.01m)]).Taxes.Single().Amount);

    [Fact]
    public void An_unknown_province_or_a_day_before_the_table_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => Taxes.Calculate("ZZ", Today, [Line("general", 1m)]));
        Assert.Throws<ArgumentException>(() => Taxes.Calculate("ON", new(2010, 1, 1), [Line("general", 1m)]));
    }

    [Theory]
    [InlineData("k1a 0b1", "K1A 0B1")]
    [InlineData("H2X-1Y4", "H2X 1Y4")]
    [InlineData(" v6b1a1 ", "V6B 1A1")]
    public void A_postal_code_is_put_in_its_usual_form(string typed, string expected)
    {
        Assert.True(PostalCode.TryParse(typed, out var code));
        Assert.Equal(expected, code.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("90210")]
    [InlineData("D1A 1A1")]
    [InlineData("W1A 1A1")]
    [InlineData("H2O 1A1")]
    [InlineData("H2X 1Y44")]
    public void What_cannot_be_a_postal_code_is_refused(string typed) => Assert.False(PostalCode.TryParse(typed, out _));

    [Fact]
    public void The_first_letter_of_each_province_agrees_with_the_public_table()
    {
        var rows = File.ReadAllLines(ReferenceData.File("canada", "postal-first-letter.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        foreach (var province in Province.All)
            foreach (var row in rows)
                Assert.Equal(row[1].Split('|').Contains(province.Code), province.PostalLetters.Contains(row[0][0]));
    }

    private static TaxableLine Line(string category, decimal amount) => new(category, Money.Cad(amount));

    private static string? Difference(string[] row)
    {
        var lines = row[3].Split('|').Select(l => l.Split(':')).Select(p => new TaxableLine(p[0], Money.FromMinor(long.Parse(p[1], CultureInfo.InvariantCulture), "CAD"))).ToList();
        var day = DateOnly.Parse(row[2], CultureInfo.InvariantCulture);
        var result = row[4] == "inclusive" ? Taxes.CalculateIncluded(row[1], day, lines) : Taxes.Calculate(row[1], day, lines);
        long Cents(params string[] kinds) => result.Taxes.Where(t => kinds.Contains(t.Kind)).Sum(t => t.Amount.ToMinor());
        long[] actual = [result.Net.ToMinor(), Cents("GST"), Cents("HST"), Cents("PST", "RST"), Cents("QST"), result.Total.ToMinor()];
        var expected = row[5..11].Select(c => long.Parse(c, CultureInfo.InvariantCulture)).ToArray();
        return actual.SequenceEqual(expected) ? null : $"{row[0]}: {string.Join(' ', actual)} instead of {string.Join(' ', expected)}";
    }

    /// <summary>Only the explanation may be quoted, and it comes after the numbers.</summary>
    private static string[] Split(string line) => line.Split(',', 12);
}
