using System.Globalization;
using Shop.Sandbox.Catalogue;

namespace Shop.Sandbox.AliExpress;

/// <summary>Localised price texts, which readers are meant to ignore.</summary>
internal static class PriceText
{
    public static string Of(decimal amount, string currency, Language language)
    {
        var sign = currency switch { "CAD" => "C$", "USD" => "US $", "EUR" => "€", "CNY" => "CN¥", _ => currency + " " };
        var text = amount.ToString("N2", CultureInfo.InvariantCulture);
        return language == Language.French
            ? text.Replace(",", " ", StringComparison.Ordinal).Replace('.', ',') + sign.TrimEnd()
            : sign + text;
    }

    /// <summary>Sold counts are exact when small and rounded down with a plus when large.</summary>
    public static string Sold(int count, bool comma)
    {
        if (count < 1000) return count.ToString(CultureInfo.InvariantCulture);
        var rounded = count / 1000 * 1000;
        return rounded.ToString(comma ? "N0" : "0", CultureInfo.InvariantCulture) + "+";
    }
}
