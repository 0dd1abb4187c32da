using System.Globalization;
using System.Text.RegularExpressions;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AmazonCa.Wire;

/// <summary>Reads an amount and its currency out of a price text. On amazon.ca a bare dollar sign is Canadian.</summary>
internal static partial class PriceReader
{
    /// <summary>Null when the text names no single amount or a sign whose currency is not certain.</summary>
    public static Amount? Read(string? text)
    {
        if (text is null || Number().Matches(text) is not [var match])
            return null;
        var digits = Blank().Replace(match.Value, "");
        // "1,234.56" and "1 234,56": the last separator before one or two final digits is the decimal one.
        var cents = Cents().Match(digits);
        var whole = NotDigit().Replace(cents.Success ? digits[..cents.Index] : digits, "");
        var value = decimal.Parse(cents.Success ? $"{whole}.{cents.Groups[1].Value}" : whole, CultureInfo.InvariantCulture);
        return Currency(Blank().Replace(text.Replace(match.Value, "", StringComparison.Ordinal), "")) is { } currency ? new Amount(value, currency) : null;
    }

    private static string? Currency(string sign) => sign switch
    {
        "$" or "CDN$" or "CA$" or "C$" or "CAD" or "CAD$" or "$CAD" => "CAD",
        "US$" or "USD" or "USD$" or "$US" => "USD",
        "€" or "EUR" => "EUR",
        "£" or "GBP" => "GBP",
        "¥" or "￥" or "JPY" => "JPY",
        _ => null,
    };

    [GeneratedRegex(@"[0-9](?:[0-9.,\s\u00A0\u202F]*[0-9])?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[.,]([0-9]{1,2})$")]
    private static partial Regex Cents();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigit();

    [GeneratedRegex(@"[\s\u00A0\u202F]")]
    private static partial Regex Blank();
}
