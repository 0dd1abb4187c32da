namespace Shop.Platform.MarketResearch.Forecasting;

/// <summary>One value per week without holes, oldest first.</summary>
/// <param name="FirstWeek">Start of the first week.</param>
/// <param name="Filled">How many weeks had no observation and were filled from their neighbours.</param>
internal sealed record WeeklySeries(DateOnly FirstWeek, IReadOnlyList<double> Values, int Filled)
{
    public const int Season = 52;
    private const int LongestHole = 4;

    public DateOnly LastWeek => FirstWeek.AddDays(7 * (Values.Count - 1));

    /// <summary>
    /// The newest stretch of weekly observations. Holes up to four weeks are filled by a straight line; a longer one cuts the series, because
    /// what lies behind it cannot be joined honestly. Null when there is nothing.
    /// </summary>
    public static WeeklySeries? From(IEnumerable<KeyValuePair<DateTimeOffset, decimal>> points)
    {
        var weeks = points.GroupBy(p => DateOnly.FromDateTime(p.Key.UtcDateTime)).OrderBy(g => g.Key).Select(g => (Day: g.Key, Value: (double)g.Last().Value)).ToList();
        if (weeks.Count == 0)
            return null;
        var values = new List<double> { weeks[^1].Value };
        var first = weeks[^1].Day;
        var filled = 0;
        for (var i = weeks.Count - 2; i >= 0; i--)
        {
            var steps = (int)Math.Round((first.DayNumber - weeks[i].Day.DayNumber) / 7.0);
            if (steps > LongestHole + 1)
                break;
            if (steps < 1)
                continue;
            var later = values[^1];
            for (var k = 1; k <= steps; k++)
                values.Add(later + ((weeks[i].Value - later) * k / steps));
            filled += steps - 1;
            first = weeks[i].Day;
        }
        values.Reverse();
        return new WeeklySeries(first, values, filled);
    }

    /// <summary>Only what was observed after a break in collection.</summary>
    public WeeklySeries After(DateOnly day)
    {
        var skip = Math.Clamp((int)Math.Ceiling((day.DayNumber - FirstWeek.DayNumber) / 7.0), 0, Values.Count);
        return new WeeklySeries(FirstWeek.AddDays(7 * skip), [.. Values.Skip(skip)], Filled);
    }
}
