using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Sourcing;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>An order with everything that was done to fulfil it.</summary>
internal sealed class OrderCase(OrderDetails order, List<SupplierOrder> rows)
{
    public OrderDetails Order => order;

    public IReadOnlyList<SupplierOrder> Rows => rows;

    public int NextNumber => rows.Count == 0 ? 1 : rows.Max(r => r.Number) + 1;

    /// <summary>What must still be ordered.</summary>
    public IReadOnlyList<SupplyLine> Uncovered()
    {
        var covered = rows.Where(r => r.Covers).SelectMany(r => r.ReadLines()).GroupBy(l => l.Variant).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity));
        return [.. order.Lines.GroupBy(l => l.Variant)
            .Select(g => new SupplyLine(g.Key, g.Sum(l => l.Quantity) - covered.GetValueOrDefault(g.Key))).Where(l => l.Quantity > 0)];
    }

    /// <summary>What the shopper paid for these pieces: their share of the total, of shipping and taxes too.</summary>
    public Money ShareOf(IEnumerable<SupplyLine> lines)
    {
        var goods = Money.Sum(lines.Select(l => order.Lines.First(o => o.Variant == l.Variant).UnitPrice * l.Quantity), order.Total.Currency);
        return order.Goods.IsZero ? Money.Zero(order.Total.Currency) : (order.Total * (goods.Amount / order.Goods.Amount)).Round();
    }

    /// <summary>All that is given back, to the cent: the last part takes what rounding left.</summary>
    public Money RefundFor(IReadOnlyList<SupplyLine> lines)
    {
        var before = Money.Sum(rows.Where(r => r.State == SupplierOrderState.Dropped).Select(r => new Money(r.Refund ?? 0, order.Total.Currency)), order.Total.Currency);
        var dropped = rows.Where(r => r.State == SupplierOrderState.Dropped).SelectMany(r => r.ReadLines()).Sum(l => l.Quantity) + lines.Sum(l => l.Quantity);
        return dropped == order.Lines.Sum(l => l.Quantity) ? order.Total - before : ShareOf(lines);
    }

    /// <summary>Part of the order, by value of goods, that is not given up.</summary>
    public decimal KeptShare()
    {
        var dropped = rows.Where(r => r.State == SupplierOrderState.Dropped).SelectMany(r => r.ReadLines())
            .Sum(l => order.Lines.First(o => o.Variant == l.Variant).UnitPrice.Amount * l.Quantity);
        return order.Goods.IsZero ? 1m : 1m - (dropped / order.Goods.Amount);
    }

    public string TitleOf(Id<Variant> variant) => order.Lines.First(l => l.Variant == variant).Title;
}

/// <summary>Opens the case of the order a workflow is about.</summary>
internal sealed class CaseFile(ShopDb db, IOrders orders)
{
    public ShopDb Db => db;

    public async Task<OrderCase> OpenAsync(ActivityContext context, CancellationToken cancellationToken) => await OpenAsync(OrderIn(context), cancellationToken);

    public async Task<OrderCase> OpenAsync(Id<Order> id, CancellationToken cancellationToken)
    {
        var order = await orders.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"Order {id} does not exist.");
        return new(order, await db.Set<SupplierOrder>().Where(r => r.OrderId == id).OrderBy(r => r.Number).ToListAsync(cancellationToken));
    }

    public static string Write(IEnumerable<SupplierOrderLine> lines) => JsonSerializer.Serialize(lines, KernelJson.Options);

    private static Id<Order> OrderIn(ActivityContext context) =>
        Id<Order>.Parse((string)((JsonObject)context.Data["input"]!)["orderId"]!, System.Globalization.CultureInfo.InvariantCulture);
}
