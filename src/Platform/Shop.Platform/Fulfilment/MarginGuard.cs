using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Fulfilment;

/// <summary>Decides whether an order may be bought without a person.</summary>
internal static class MarginGuard
{
    /// <param name="cost">What fulfilling the kept part costs now, in CAD: bought already plus quoted.</param>
    /// <param name="spentToday">CAD of all other supplier orders of the day.</param>
    /// <param name="limits">The merchant's own; the installation's count where they are lower.</param>
    /// <returns>Null when it may be bought.</returns>
    public static Trip? Check(OrderCase @case, Money cost, decimal spentToday, TenantSettings limits, FulfilmentOptions options)
    {
        var order = @case.Order;
        var kept = @case.KeptShare();
        var expected = order.ExpectedCost * kept;
        var revenue = (order.Goods + order.Shipping) * kept;
        if (cost.Amount > expected.Amount * (1 + (options.CostRisePercent / 100)))
            return new("price-jump", $"It costs {cost.Round()} now; at checkout it was {expected.Round()}.");
        if (revenue.Amount - cost.Amount < revenue.Amount * options.MarginFloorPercent / 100)
            return new("margin-floor", $"Of {revenue.Round()} paid, {cost.Round()} goes to the supplier: less than {options.MarginFloorPercent} % is left.");
        var perOrder = Math.Min(options.SpendPerOrder, limits.PurchaseLimit);
        if (cost.Amount > perOrder)
            return new("spend-limit", $"It costs {cost.Round()}; one order may cost {perOrder} CAD without approval.");
        var perDay = Math.Min(options.SpendPerDay, limits.DailyPurchaseLimit);
        return spentToday + cost.Amount > perDay
            ? new("spend-limit", $"With it, today's orders cost {spentToday + cost.Round().Amount} CAD; {perDay} CAD a day need no approval.") : null;
    }

    internal sealed record Trip(string Kind, string Reason);
}
