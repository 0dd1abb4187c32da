using Shop.Platform.Ordering;
using Shop.Platform.Support.Mail;

namespace Shop.Platform.Support;

/// <summary>The receipt inside the confirmation: lines, shipping, each tax, total.</summary>
internal static class OrderMailValues
{
    public static Dictionary<string, string> Confirmed(OrderDetails order)
    {
        var language = TemplateCatalog.LanguageOf(order.Language);
        var rows = order.Lines.Select(line => new MailRow(What(line), MoneyText.Of(line.UnitPrice * line.Quantity, language), false)).ToList();
        rows.Add(new MailRow(language == "fr" ? "Livraison" : "Shipping", MoneyText.Of(order.Shipping, language), false));
        rows.AddRange(order.Taxes.Select(tax => new MailRow(
            $"{(language == "fr" ? tax.LabelFr : tax.LabelEn)} {MoneyText.Percent(tax.Rate, language)}", MoneyText.Of(tax.Amount, language), false)));
        rows.Add(new MailRow("Total", MoneyText.Of(order.Total, language), true));
        return new() { ["lines"] = MailTable.Write(rows), ["address"] = Address(order) };
    }

    private static string What(OrderLineDetails line)
    {
        var options = string.Join(", ", line.Options.Select(o => o.Value));
        return $"{line.Quantity} × {line.Title}{(options.Length > 0 ? $" ({options})" : "")}";
    }

    private static string Address(OrderDetails order) =>
        string.Join(", ", new[] { order.ShipTo.Name, order.ShipTo.Line1, order.ShipTo.Line2, order.ShipTo.City, order.ShipTo.Province, order.ShipTo.PostalCode }.Where(p => !string.IsNullOrEmpty(p)));
}
