using Shop.Platform.Kernel;

namespace Shop.Platform.Fulfilment;

/// <summary>Decides whether an order may be bought without a person.</summary>
internal static class MarginGuard
{
    /// <param name="cost">What fulfilling the kept part costs now, in CAD: bought already plus quoted.</param>
    /// <param name="spentToday">CAD of all other supplier orders of the day.</param>
    /// <returns>Null when it may be bought.</returns>
    public static Trip? Check(OrderCase @case, Money cost, decimal spentToday, FulfilmentOptions options)
    {
        var order = @case.Order;
        var kept = @case.KeptShare();
        var expected = order.ExpectedCost * kept;
        var revenue = (order.Goods + order.Shipping) * kept;
        if (cost.Amount > expected.Amount * (1 + (options.CostRisePercent / 100)))
            return new("price-jump", $"It costs {cost.Round()} now; at checkout it was {expected.Round()}.");
        if (revenue.Amount - cost.Amount < revenue.Amount * options.MarginFloorPercent / 100)
            return new("margin-floor", $"Of {revenue.Round()} paid, {cost.Round()} goes to the supplier: less than {options.MarginFloorPercent} % is left.");
        if (cost.Amount > options.SpendPerOrder)
            return new("spend-limit", $"It costs {cost.Round()}; one order may cost {options.SpendPerOrder} CAD without approval.");
        return spentToday + cost.Amount > options.SpendPerDay
            ? new("spend-limit", $"With it, today's orders cost {spentToday + cost.Round().Amount} CAD; {options.SpendPerDay} CAD a day need no approval.") : null;
    }

    internal sealed record Trip(string Kind, string Reason);
}
