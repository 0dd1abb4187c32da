using CsCheck;
using Shop.Platform.Kernel;

namespace Shop.Platform.Tests.Kernel;

public sealed class MoneyTests
{
    private static readonly Gen<string> Currency = Gen.Int[0, 3].Select(i => new[] { "CAD", "JPY", "KWD", "CNY" }[i]);

    [Fact]
    public void Minor_units_survive_the_way_there_and_back() =>
        Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Currency).Sample((minor, currency) => Money.FromMinor(minor, currency).ToMinor() == minor);

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("1.004", "1.00")]
    public void Half_a_cent_is_rounded_away_from_zero(string amount, string expected) =>
        Assert.Equal(decimal.Parse(expected), Money.Cad(decimal.Parse(amount)).Round().Amount);

    [Fact]
    public void Currencies_do_not_mix() => Assert.Throws<InvalidOperationException>(() => Money.Cad(1) + new Money(1, "USD"));

    [Fact]
    public void Fractions_of_a_cent_are_not_cut_silently() => Assert.Throws<InvalidOperationException>(() => Money.Cad(0.001m).ToMinor());
}
