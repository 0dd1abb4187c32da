using System.Globalization;
using Shop.Platform.Support;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Ordering;

/// <summary>What a shopper is told by mail about an order.</summary>
internal sealed class OrderMails(IMail mail, ITenants tenants)
{
    public async Task ConfirmAsync(Order order, CancellationToken cancellationToken)
    {
        var tenant = await tenants.CurrentAsync(cancellationToken);
        var values = new Dictionary<string, string>
        {
            ["store"] = tenant.Name,
            ["order"] = order.Number.ToString(CultureInfo.InvariantCulture),
            ["name"] = order.Name,
            ["total"] = order.Total.Amount.ToString("0.00", CultureInfo.InvariantCulture),
            ["lines"] = string.Join('\n', order.Lines.OrderBy(l => l.Position).Select(l => $"{l.Quantity} × {OrderReading.NameOf(l)}")),
            ["taxes"] = string.Join('\n', order.Taxes.OrderBy(t => t.Position).Select(t => string.Create(
                CultureInfo.InvariantCulture, $"{(order.Language == "fr" ? t.LabelFr : t.LabelEn)} {t.Rate:0.###} %: {t.Amount.Amount:0.00} $"))),
            ["url"] = $"{tenant.StoreUrl.ToString().TrimEnd('/')}/order/{order.Token}",
        };
        await mail.QueueAsync($"order-confirmed:{order.Id}", order.Email, "order-confirmed", order.Language, values, cancellationToken);
    }
}
