using Microsoft.Extensions.Options;

namespace Shop.Sandbox.Catalogue;

/// <summary>How much people want a family in a week: the hidden truth behind every market signal.</summary>
public sealed class Demand(IOptions<SandboxOptions> options)
{
    private static readonly DateOnly Origin = new(2026, 1, 4);

    /// <summary>Interest in the week that starts at <paramref name="week"/>; about 0 to 200, an absolute scale across families.</summary>
    public double At(Family family, DateOnly week, bool noisy = true)
    {
        var curve = family.Demand;
        var years = (week.DayNumber - Origin.DayNumber) / 365.25;
        var angle = 2 * Math.PI * (week.DayOfYear - (curve.PeakWeek * 7)) / 365.25;
        var season = Math.Exp(curve.Season * (Math.Cos(angle) - 0.3));
        var value = curve.Level * Math.Exp(curve.YearlyTrend * years) * season;
        if (!noisy) return value;
        var dice = Dice.Of(options.Value.Seed, "demand" + family.Key, week.DayNumber);
        return value * Math.Exp(0.06 * dice.Normal());
    }

    public static DateOnly WeekOf(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        return day.AddDays(-(int)day.DayOfWeek);
    }
}
