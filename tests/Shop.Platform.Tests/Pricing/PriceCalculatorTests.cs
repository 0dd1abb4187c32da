using CsCheck;
using Shop.Platform.Pricing;

namespace Shop.Platform.Tests.Pricing;

public sealed class PriceCalculatorTests
{
    private static readonly Gen<decimal> Cost = Gen.Int[0, 500_000].Select(cents => cents / 100m);

    private static readonly Gen<RuleSettings> Rule = Gen.Select(
        Gen.Int[0, 300], Gen.Int[0, 90], Gen.Int[0, 2000], Gen.Int[0, 3].Select(i => new decimal?[] { 0.99m, 0.95m, 0m, null }[i]), Gen.Int[0, 20], Gen.Int[1, 60],
        (markup, floor, amount, ending, band, step) => new RuleSettings
        {
            MarkupPercent = markup,
            FloorPercent = floor,
            FloorAmount = amount / 100m,
            Ending = ending,
            DeadBandPercent = band,
            MaxStepPercent = step,
        });

    [Theory]
    [InlineData(12, 14.99)]
    [InlineData(14, 16.99)]
    [InlineData(1, 1.99)]
    [InlineData(0, 0.99)]
    [InlineData(100, 120.99)]
    [InlineData(2.0, 2.99)]
    public void The_default_rule_adds_a_fifth_and_ends_in_99(decimal cost, decimal price) => Assert.Equal(price, PriceCalculator.Price(cost, new RuleSettings()));

    [Fact]
    public void A_category_may_have_a_markup_of_its_own()
    {
        var rule = new RuleSettings { CategoryMarkups = new Dictionary<string, decimal> { ["toys"] = 100m } };
        Assert.Equal((20.99m, 12.99m), (PriceCalculator.Price(10m, rule, "toys"), PriceCalculator.Price(10m, rule, "home")));
    }

    [Fact]
    public void A_price_is_never_below_floor_or_markup_and_in_whole_cents() => Gen.Select(Cost, Rule).Sample((cost, rule) =>
    {
        var price = PriceCalculator.Price(cost, rule);
        return price >= PriceCalculator.Floor(cost, rule) && price >= cost * (1 + rule.MarkupPercent / 100m) && price >= cost + rule.FloorAmount
            && price - cost >= price * rule.FloorPercent / 100m && price == Math.Round(price, 2);
    });

    [Fact]
    public void A_price_has_the_ending_and_is_less_than_a_dollar_above_what_is_needed() => Gen.Select(Cost, Rule).Sample((cost, rule) =>
    {
        var price = PriceCalculator.Price(cost, rule);
        var needed = Math.Max(Math.Ceiling(cost * (100m + rule.MarkupPercent)) / 100m, PriceCalculator.Floor(cost, rule));
        return rule.Ending is { } ending ? price % 1m == ending && price - needed < 1m : price == needed;
    });

    [Fact]
    public void A_higher_cost_never_gives_a_lower_price() => Gen.Select(Cost, Cost, Rule).Sample((a, b, rule) =>
        PriceCalculator.Price(Math.Min(a, b), rule) <= PriceCalculator.Price(Math.Max(a, b), rule));

    [Fact]
    public void Monitoring_never_goes_below_the_floor_and_never_beyond_what_the_rule_wants() => Gen.Select(Cost, Cost, Rule).Sample((before, after, rule) =>
    {
        var current = PriceCalculator.Price(before, rule);
        var wanted = PriceCalculator.Price(after, rule);
        var step = PriceCalculator.Step(current, after, rule);
        return step.Kind switch
        {
            PriceStepKind.BelowFloor => step.Price == current && current < PriceCalculator.Floor(after, rule),
            _ => step.Price >= PriceCalculator.Floor(after, rule) && step.Price >= Math.Min(current, wanted) && step.Price <= Math.Max(current, wanted),
        };
    });

    [Fact]
    public void Monitoring_keeps_the_step_or_moves_by_one_ending() => Gen.Select(Cost, Cost, Rule).Sample((before, after, rule) =>
    {
        var current = PriceCalculator.Price(before, rule);
        var step = PriceCalculator.Step(current, after, rule);
        return Math.Abs(step.Price - current) <= Math.Max(current * rule.MaxStepPercent / 100m, 1m);
    });

    [Fact]
    public void Small_changes_stay_inside_the_dead_band()
    {
        var rule = new RuleSettings { Ending = null };
        Assert.Equal(PriceStepKind.Keep, PriceCalculator.Step(120m, 101m, rule).Kind);
        Assert.Equal(new PriceStep(PriceStepKind.Change, 123.60m), PriceCalculator.Step(120m, 103m, rule));
        Assert.Equal(new PriceStep(PriceStepKind.Change, 138m), PriceCalculator.Step(120m, 125m, rule));
        Assert.Equal(PriceStepKind.BelowFloor, PriceCalculator.Step(120m, 200m, rule).Kind);
    }

    [Fact]
    public void Repeated_steps_reach_the_wanted_price() => Gen.Select(Cost.Where(c => c > 1m), Cost.Where(c => c > 1m)).Sample((before, after) =>
    {
        var rule = new RuleSettings { FloorPercent = 0m, FloorAmount = 0m, DeadBandPercent = 0m };
        var price = PriceCalculator.Price(Math.Max(before, after), rule);
        for (var i = 0; i < 100; i++)
            price = PriceCalculator.Step(price, Math.Min(before, after), rule).Price;
        return price == PriceCalculator.Price(Math.Min(before, after), rule);
    }, iter: 500);
}
