using System.Globalization;
using Shop.Platform.Kernel;

namespace Shop.Admin.Shell;

/// <summary>How values are written for people, in the culture of the page.</summary>
public static class Show
{
    private static bool French => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";

    public static string Money(Money money) => money.Currency == "CAD" ? Cad(money.Amount) : $"{money.Amount.ToString("N2", CultureInfo.CurrentCulture)} {money.Currency}";

    public static string Cad(decimal? amount) => amount is not { } value ? "–"
        : French ? value.ToString("#,##0.00 $;−#,##0.00 $", CultureInfo.CurrentCulture) : value.ToString("$#,##0.00;−$#,##0.00", CultureInfo.CurrentCulture);

    public static string Percent(decimal? percent) => percent is { } value ? value.ToString("0.###", CultureInfo.CurrentCulture) + " %" : "–";

    public static string Number(decimal? value) => value?.ToString("#,##0.##", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>Day and time in the country's eastern time, where most merchants are; the tooltip of <see cref="When"/> has UTC.</summary>
    public static string At(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Eastern).ToString(French ? "d MMM HH:mm" : "MMM d, HH:mm", CultureInfo.CurrentCulture);

    public static string Exact(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var span = now - at;
        var (number, en, fr) = span switch
        {
            { TotalSeconds: < 60 } => (0, "just now", "à l’instant"),
            { TotalMinutes: < 60 } => ((int)span.TotalMinutes, "min ago", "min"),
            { TotalHours: < 48 } => ((int)span.TotalHours, "h ago", "h"),
            _ => ((int)span.TotalDays, "days ago", "jours"),
        };
        return number == 0 ? French ? fr : en : French ? $"il y a {number} {fr}" : $"{number} {en}";
    }

    public static string Span(TimeSpan? span) => span switch
    {
        null => "–",
        { TotalSeconds: < 1 } s => $"{(int)s.TotalMilliseconds} ms",
        { TotalSeconds: < 90 } s => $"{s.TotalSeconds.ToString("0.#", CultureInfo.CurrentCulture)} s",
        { TotalMinutes: < 90 } s => $"{(int)s.TotalMinutes} min",
        { } s => $"{(int)s.TotalHours} h",
    };

    private static TimeZoneInfo Eastern { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");
}
