using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Payments;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Ordering;

/// <summary>Sends the shopper of an unpaid order to Stripe, after checking that price and stock still hold.</summary>
public sealed class PayOrder(ShopDb db, ICatalog catalog, IPayments payments, ITenants tenants, TimeProvider time, IIdSource ids)
{
    /// <returns>Address of the hosted payment page.</returns>
    public async Task<Outcome<Uri>> StartAsync(string token, CancellationToken cancellationToken)
    {
        var order = await db.Set<Order>().Include(o => o.Lines).Include(o => o.Taxes).Include(o => o.Moves).AsSplitQuery()
            .SingleOrDefaultAsync(o => o.Token == token, cancellationToken);
        if (order is null)
            return Problem.NotFound("order");
        var text = new OrderingText(order.Language);
        if (order.Status != OrderStatus.AwaitingPayment)
            return Problem.Conflict("order.not-payable", text.NotPayable);
        if (await StillHoldsAsync(order, cancellationToken))
            return await payments.StartCheckoutAsync(await PayableAsync(order, cancellationToken), cancellationToken);
        order.Cancel("Price or stock changed before payment.", time.GetUtcNow(), ids.New<OrderMove>());
        db.Publish(new OrderStatusChanged(order.Id, OrderStatus.Cancelled));
        await db.SaveChangesAsync(cancellationToken);
        return Problem.Conflict("order.changed", text.OrderChanged);
    }

    private async Task<bool> StillHoldsAsync(Order order, CancellationToken cancellationToken)
    {
        var now = (await catalog.VariantsAsync([.. order.Lines.Select(l => l.VariantId)], order.Language, cancellationToken)).ToDictionary(v => v.Id);
        return order.Lines.All(l => now.TryGetValue(l.VariantId, out var v) && v.Buyable && v.Price == l.UnitPrice && (v.Stock is not { } stock || stock >= l.Quantity));
    }

    private async Task<Payable> PayableAsync(Order order, CancellationToken cancellationToken)
    {
        var tenant = await tenants.CurrentAsync(cancellationToken);
        var page = $"{tenant.StoreUrl.ToString().TrimEnd('/')}/order/{order.Token}";
        return new Payable(
            order.Id.Value, order.Number.ToString(CultureInfo.InvariantCulture), order.Email, [.. Lines(order)], new Uri(page + "?paid=1"), new Uri(page + "?back=1"), order.Language);
    }

    private static IEnumerable<PayableLine> Lines(Order order)
    {
        var french = order.Language == "fr";
        foreach (var line in order.Lines.OrderBy(l => l.Position))
            yield return new PayableLine(OrderReading.NameOf(line), line.UnitPrice, line.Quantity);
        if (!order.Shipping.IsZero)
            yield return new PayableLine(french ? "Livraison" : "Shipping", order.Shipping, 1) { Account = "shipping" };
        foreach (var tax in order.Taxes.OrderBy(t => t.Position))
            yield return new PayableLine(
                string.Create(CultureInfo.InvariantCulture, $"{(french ? tax.LabelFr : tax.LabelEn)} {tax.Rate:0.###} %"), tax.Amount, 1)
            { Account = $"tax-payable:{tax.Kind}" };
    }
}
