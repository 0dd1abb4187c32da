using System.Globalization;

namespace Shop.Platform.Kernel;

/// <summary>
/// An amount in major units of a currency (ISO 4217). Amounts of different currencies never meet in one operation. Rounding is half away from
/// zero, once, at the end of a calculation (<see cref="Round"/>): the rule Revenu Québec states for taxes, used everywhere.
/// </summary>
public readonly record struct Money(decimal Amount, string Currency) : IComparable<Money>
{
    public static Money Cad(decimal amount) => new(amount, "CAD");

    public static Money Zero(string currency) => new(0m, currency);

    public bool IsZero => Amount == 0m;

    /// <summary>Digits after the point: 0 for yen and won, 3 for dinars, otherwise 2.</summary>
    public static int Decimals(string currency) => currency switch
    {
        "JPY" or "KRW" or "VND" or "CLP" or "ISK" or "UGX" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>Rounded to the currency's minor unit, half away from zero.</summary>
    public Money Round() => this with { Amount = Math.Round(Amount, Decimals(Currency), MidpointRounding.AwayFromZero) };

    /// <summary>Whole minor units (cents).</summary>
    /// <exception cref="InvalidOperationException">The amount is finer than the minor unit: round first.</exception>
    public long ToMinor()
    {
        var scaled = Amount * Scale(Currency);
        return scaled == Math.Truncate(scaled) ? (long)scaled : throw new InvalidOperationException($"{this} is not in whole minor units.");
    }

    public static Money FromMinor(long minor, string currency) => new(minor / Scale(currency), currency);

    public static Money operator +(Money left, Money right) => new(left.Amount + right.SameAs(left), left.Currency);

    public static Money operator -(Money left, Money right) => new(left.Amount - right.SameAs(left), left.Currency);

    public static Money operator -(Money value) => new(-value.Amount, value.Currency);

    public static Money operator *(Money value, decimal factor) => new(value.Amount * factor, value.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public int CompareTo(Money other) => Amount.CompareTo(other.SameAs(this));

    /// <summary>Sum of amounts in one currency; zero of <paramref name="currency"/> when there are none.</summary>
    public static Money Sum(IEnumerable<Money> amounts, string currency) => amounts.Aggregate(Zero(currency), (sum, next) => sum + next);

    /// <summary>Invariant text for logs and keys, for example <c>12.50 CAD</c>. People see it formatted by their culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    private decimal SameAs(Money other) =>
        Currency == other.Currency ? Amount : throw new InvalidOperationException($"{this} and {other} are in different currencies.");

    private static decimal Scale(string currency) => Decimals(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
