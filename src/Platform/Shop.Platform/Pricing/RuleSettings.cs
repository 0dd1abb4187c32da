using Shop.Platform.Kernel;

namespace Shop.Platform.Pricing;

/// <summary>How prices follow from costs. Percent values are whole percents: 20 means 20 %.</summary>
public sealed record RuleSettings
{
    /// <summary>Added to the landed cost. Default 20.</summary>
    public decimal MarkupPercent { get; init; } = 20m;

    /// <summary>Least part of the price that must remain after the landed cost, in percent of the price. Default 5.</summary>
    public decimal FloorPercent { get; init; } = 5m;

    /// <summary>Least amount that must remain after the landed cost, in CAD. Default 0.50; the higher of both floors counts.</summary>
    public decimal FloorAmount { get; init; } = 0.50m;

    /// <summary>Cents a price ends with, always reached upwards. Default 0.99; null keeps whole cents.</summary>
    public decimal? Ending { get; init; } = 0.99m;

    /// <summary>Monitoring leaves a price alone while the new one differs by no more than this. Default 2.</summary>
    public decimal DeadBandPercent { get; init; } = 2m;

    /// <summary>Monitoring moves a price by at most this in one step (but always by one ending). Default 15.</summary>
    public decimal MaxStepPercent { get; init; } = 15m;

    /// <summary>Category slug → markup in percent for products in that very category. Empty by default.</summary>
    public IReadOnlyDictionary<string, decimal> CategoryMarkups { get; init; } = new Dictionary<string, decimal>();

    public decimal MarkupFor(string? category) => category is not null && CategoryMarkups.TryGetValue(category, out var own) ? own : MarkupPercent;

    /// <summary>What is wrong with these settings. Null when nothing is.</summary>
    public Problem? Check()
    {
        var wrong = new Dictionary<string, string>();
        if (MarkupPercent is < 0 or > 1000 || CategoryMarkups.Values.Any(m => m is < 0 or > 1000))
            wrong["markupPercent"] = "A markup is 0 to 1000 percent.";
        if (FloorPercent is < 0 or > 90)
            wrong["floorPercent"] = "The floor is 0 to 90 percent of the price.";
        if (FloorAmount is < 0 or > 10_000)
            wrong["floorAmount"] = "The floor is 0 to 10,000 dollars.";
        if (Ending is { } ending && (ending is < 0 or >= 1 || ending != Math.Round(ending, 2)))
            wrong["ending"] = "An ending is 0.00 to 0.99.";
        if (DeadBandPercent is < 0 or > 50)
            wrong["deadBandPercent"] = "The dead band is 0 to 50 percent.";
        if (MaxStepPercent is < 1 or > 1000)
            wrong["maxStepPercent"] = "The largest step is 1 to 1000 percent.";
        return wrong.Count == 0 ? null : Problem.Invalid("price-rule.invalid", string.Join(' ', wrong.Values)) with { Fields = wrong };
    }
}
