using System.Globalization;
using Shop.Platform.Kernel;

namespace Shop.Platform.Support;

/// <summary>Amounts as Canadians write them: <c>$1,234.50</c>, <c>1 234,50 $</c>.</summary>
internal static class MoneyText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-CA");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-CA");

    public static string Of(Money money, string language)
    {
        var culture = language == "fr" ? French : English;
        return money.Currency == "CAD" ? money.Round().Amount.ToString("C", culture) : $"{money.Amount.ToString("N2", culture)} {money.Currency}";
    }

    public static string Percent(decimal rate, string language) => rate.ToString("0.###", language == "fr" ? French : English) + (language == "fr" ? " %" : "%");
}
