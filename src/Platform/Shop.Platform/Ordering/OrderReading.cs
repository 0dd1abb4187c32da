using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;

namespace Shop.Platform.Ordering;

/// <summary>Turns order rows into what others see.</summary>
internal static class OrderReading
{
    public static IQueryable<Order> WithAll(this IQueryable<Order> orders) =>
        orders.Include(o => o.Lines).Include(o => o.Taxes).Include(o => o.Moves).AsSplitQuery();

    public static OrderDetails Details(this Order order) => new(
        order.Id, order.Number.ToString(CultureInfo.InvariantCulture), order.Status, order.Email, order.Language, order.ShipTo,
        [.. order.Lines.OrderBy(l => l.Position).Select(l => new OrderLineDetails(l.VariantId, l.ProductId, l.Title, OptionsOf(l), l.Quantity, l.UnitPrice, l.Image))],
        order.Goods, order.Shipping, [.. order.Taxes.OrderBy(t => t.Position).Select(t => new OrderTax(t.Kind, t.LabelEn, t.LabelFr, t.Rate, t.Amount))],
        order.Total, order.ExpectedCost, [.. order.TrackingNumbers], order.CancelReason, order.PlacedAt, order.PaidAt)
    {
        History = [.. order.Moves.OrderBy(m => m.At).ThenBy(m => m.To).Select(m => new OrderStep(m.From, m.To, m.At, m.Why))],
        PaymentProblem = order.PaymentProblem,
        MinDays = order.MinDays,
        MaxDays = order.MaxDays,
        Token = order.Token,
    };

    public static string NameOf(OrderLine line)
    {
        var options = string.Join(", ", OptionsOf(line).Select(o => o.Value));
        return options.Length == 0 ? line.Title : $"{line.Title} ({options})";
    }

    private static List<KeyValuePair<string, string>> OptionsOf(OrderLine line) =>
        JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(line.Options, KernelJson.Options)!;
}
