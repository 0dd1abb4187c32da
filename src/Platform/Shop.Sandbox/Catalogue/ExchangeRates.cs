using Microsoft.Extensions.Options;

namespace Shop.Sandbox.Catalogue;

/// <summary>Canadian dollars for one unit, per business day. The suppliers' prices and the central bank's answers use the same numbers.</summary>
public sealed class ExchangeRates(IOptions<SandboxOptions> options, TimeProvider time)
{
    public static readonly DateOnly First = new(2017, 1, 3);

    // Levels of the currencies the sandbox knows; a slow wave and a daily step move around them.
    private static readonly Dictionary<string, (decimal Level, int Decimals)> Currencies = new(StringComparer.Ordinal)
    {
        ["AUD"] = (0.9120m, 4),
        ["BRL"] = (0.2510m, 4),
        ["CNY"] = (0.1935m, 4),
        ["EUR"] = (1.5680m, 4),
        ["HKD"] = (0.1758m, 4),
        ["INR"] = (0.01590m, 5),
        ["IDR"] = (0.000083m, 6),
        ["JPY"] = (0.009150m, 6),
        ["MXN"] = (0.07320m, 5),
        ["NZD"] = (0.8150m, 4),
        ["NOK"] = (0.1352m, 4),
        ["SGD"] = (1.0540m, 4),
        ["KRW"] = (0.000982m, 6),
        ["SEK"] = (0.1421m, 4),
        ["CHF"] = (1.6710m, 4),
        ["TRY"] = (0.03350m, 5),
        ["GBP"] = (1.8230m, 4),
        ["USD"] = (1.3740m, 4),
    };

    public IReadOnlyCollection<string> Codes => Currencies.Keys;

    public static bool IsBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (day.Month, day.Day) is not ((1, 1) or (7, 1) or (12, 25) or (12, 26));

    public static int DecimalsOf(string code) => Currencies[code].Decimals;

    /// <summary>The last day whose rates are out: they come at 16:30 Eastern, here taken as 21:30 UTC.</summary>
    public DateOnly LastPublished()
    {
        var now = time.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (now.TimeOfDay < new TimeSpan(21, 30, 0)) day = day.AddDays(-1);
        while (!IsBusinessDay(day)) day = day.AddDays(-1);
        return day;
    }

    public decimal ToCad(string code, DateOnly day)
    {
        if (code == "CAD") return 1m;
        var (level, decimals) = Currencies[code];
        var t = day.DayNumber;
        var dice = Dice.Of(options.Value.Seed, "fx" + code, t);
        var phase = Dice.Of(options.Value.Seed, "fxphase" + code).Unit() * 6.28;
        var move = 1 + (0.022 * Math.Sin((t / 97.0) + phase)) + (0.009 * Math.Sin((t / 23.0) + (2 * phase))) + (0.0022 * dice.Normal());
        return Math.Round(level * (decimal)move, decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>Converts at the latest published rates; null when the currency is unknown.</summary>
    public decimal? Convert(decimal amount, string from, string to)
    {
        if (!Knows(from) || !Knows(to)) return null;
        var day = LastPublished();
        return Math.Round(amount * ToCad(from, day) / ToCad(to, day), 2, MidpointRounding.AwayFromZero);
    }

    public static bool Knows(string code) => code == "CAD" || Currencies.ContainsKey(code);
}
