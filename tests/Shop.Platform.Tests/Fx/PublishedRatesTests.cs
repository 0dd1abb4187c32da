using Shop.Platform.Pricing.Fx;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Fx;

public sealed class PublishedRatesTests
{
    [Fact]
    public void The_captured_group_answer_is_read_to_its_exact_decimals()
    {
        var rates = Read(File.ReadAllText(ReferenceData.File("signals", "bank-of-canada", "group_FX_RATES_DAILY.2026-03-12.json")));

        Assert.Equal(5 * 23, rates.Count);
        Assert.Equal([12, 13, 16, 17, 18], rates.Select(r => r.Day.Day).Distinct().Order());
        Assert.Equal([1.3617m, 1.3716m, 1.3675m, 1.3699m, 1.3706m], Of(rates, "USD"));
        Assert.Equal([0.1982m, 0.1989m, 0.1983m, 0.1989m, 0.1994m], Of(rates, "CNY"));
        Assert.Equal([1.5693m, 1.5709m, 1.5721m, 1.5798m, 1.5774m], Of(rates, "EUR"));
        Assert.Equal([0.000081m, 0.000081m, 0.000080m, 0.000081m, 0.000081m], Of(rates, "IDR"));
        Assert.DoesNotContain(rates, r => r.Currency is "MYR" or "THB" or "VND");
    }

    [Fact]
    public void A_series_from_canadian_dollars_is_not_taken_for_its_reverse() =>
        Assert.Empty(Read(File.ReadAllText(ReferenceData.File("signals", "bank-of-canada", "FXCADUSD.2021-01-04.json"))));

    [Theory]
    [InlineData("""{"observations":[]}""")]
    [InlineData("""{"observations":{}}""")]
    public void An_empty_range_is_no_rates(string body) => Assert.Empty(Read(body));

    [Theory]
    [InlineData("<html>maintenance</html>")]
    [InlineData("""{"message":"Series FXCADAFN not found.","docs":"…"}""")]
    [InlineData("""{"observations":[{"d":"soon","FXUSDCAD":{"v":"1.37"}}]}""")]
    [InlineData("""{"observations":[{"d":"2026-03-12","FXUSDCAD":{"v":"0"}}]}""")]
    [InlineData("""{"observations":[{"d":"2026-03-12","FXUSDCAD":{"v":""}}]}""")]
    [InlineData("""{"observations":[{"d":"2026-03-12","FXUSDCAD":{"v":1.37}}]}""")]
    public void Anything_else_is_a_problem_and_never_a_rate(string body) =>
        Assert.True(PublishedRates.Read(body).Failed(out _, out _));

    private static IReadOnlyList<PublishedRate> Read(string body) =>
        PublishedRates.Read(body).Failed(out var problem, out var rates) ? throw new InvalidOperationException(problem.Message) : rates;

    private static IEnumerable<decimal> Of(IEnumerable<PublishedRate> rates, string currency) =>
        rates.Where(r => r.Currency == currency).OrderBy(r => r.Day).Select(r => r.Rate);
}
