using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress.Wire;

/// <summary>Amounts out of the numeric fields; formatted texts mix conventions within one page and are never read.</summary>
internal static class Money
{
    public static Amount Of(Node value, Node currency)
    {
        if (!value.Exists) value.Bad("missing");
        var number = value.Number() ?? 0;
        if (number < 0) value.Bad("negative amount");
        return new Amount(number, Currency(currency));
    }

    /// <summary>A price to pay: never free.</summary>
    public static Amount Price(Node value, Node currency)
    {
        var amount = Of(value, currency);
        if (amount.Value == 0) value.Bad("a price of nothing");
        return amount;
    }

    /// <summary>The <c>{value, currency}</c> pairs of pages; null when there is none.</summary>
    public static Amount? PagePrice(Node pair) => pair.Exists ? Price(pair["value"], pair["currency"]) : null;

    /// <summary>The <c>{amount, currency_code}</c> pairs of the API; null when there is none.</summary>
    public static Amount? ApiAmount(Node pair) => pair.Exists ? Of(pair["amount"], pair["currency_code"]) : null;

    public static string Currency(Node node)
    {
        var code = node.NeedWords();
        if (code.Length > 0 && !(code.Length == 3 && code.All(char.IsAsciiLetterUpper))) node.Bad("expected an ISO 4217 code");
        return code;
    }

    /// <summary>The list price, where it is more than what is paid.</summary>
    public static Amount? Above(this Amount? list, Amount price) => list is not null && list.Currency == price.Currency && list.Value > price.Value ? list : null;
}
