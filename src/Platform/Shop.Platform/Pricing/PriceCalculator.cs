namespace Shop.Platform.Pricing;

/// <summary>Prices from landed costs, in CAD. Pure: the same input gives the same cents.</summary>
public static class PriceCalculator
{
    /// <summary>The lowest price a rule allows for a cost, in whole cents, rounded up.</summary>
    public static decimal Floor(decimal cost, RuleSettings rule) =>
        UpToCent(Math.Max(cost + rule.FloorAmount, cost / (1m - rule.FloorPercent / 100m)));

    /// <summary>Markup on the cost, raised to the floor, then up to the ending: never below the floor, never falling when the cost rises.</summary>
    public static decimal Price(decimal cost, RuleSettings rule, string? category = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        var marked = UpToCent(cost * (1m + rule.MarkupFor(category) / 100m));
        return UpToEnding(Math.Max(marked, Floor(cost, rule)), rule.Ending);
    }

    /// <summary>
    /// What monitoring does with a price when the cost changed: keeps it inside the dead band, moves it by the largest step at most, and gives up
    /// (a person must decide) when even that step stays below the floor.
    /// </summary>
    public static PriceStep Step(decimal current, decimal cost, RuleSettings rule, string? category = null)
    {
        var wanted = Price(cost, rule, category);
        var floor = Floor(cost, rule);
        if (current >= floor && Math.Abs(wanted - current) <= current * rule.DeadBandPercent / 100m)
            return new PriceStep(PriceStepKind.Keep, current);
        var stepped = wanted > current ? Up(current, wanted, rule) : Down(current, wanted, rule);
        if (stepped < floor)
            return new PriceStep(PriceStepKind.BelowFloor, current);
        return new PriceStep(stepped == current ? PriceStepKind.Keep : PriceStepKind.Change, stepped);
    }

    internal static decimal UpToCent(decimal amount) => Math.Ceiling(amount * 100m) / 100m;

    internal static decimal UpToEnding(decimal amount, decimal? ending)
    {
        if (ending is not { } cents)
            return UpToCent(amount);
        var candidate = Math.Floor(amount) + cents;
        return candidate < amount ? candidate + 1m : candidate;
    }

    /// <summary>The highest price with the ending inside the step; the next ending when the step is too small for any.</summary>
    private static decimal Up(decimal current, decimal wanted, RuleSettings rule)
    {
        var limit = Math.Floor(current * (1m + rule.MaxStepPercent / 100m) * 100m) / 100m;
        if (wanted <= limit)
            return wanted;
        var reachable = DownToEnding(limit, rule.Ending);
        return reachable > current ? reachable : Math.Min(wanted, UpToEnding(current + 0.01m, rule.Ending));
    }

    private static decimal Down(decimal current, decimal wanted, RuleSettings rule) =>
        Math.Max(wanted, Math.Min(current, UpToEnding(current * (1m - rule.MaxStepPercent / 100m), rule.Ending)));

    private static decimal DownToEnding(decimal amount, decimal? ending)
    {
        if (ending is not { } cents)
            return amount;
        var candidate = Math.Floor(amount) + cents;
        return candidate > amount ? candidate - 1m : candidate;
    }
}

public enum PriceStepKind
{
    Keep,
    Change,

    /// <summary>The allowed step does not reach the floor: pause, a person decides.</summary>
    BelowFloor,
}

/// <param name="Price">The price from now on.</param>
public readonly record struct PriceStep(PriceStepKind Kind, decimal Price);
