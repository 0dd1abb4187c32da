namespace Shop.Platform.Pricing.Fx;

/// <summary>When the bank publishes: once per business day by 16:30 Eastern. Its holidays are not modelled: asking on one costs a request.</summary>
internal static class PublicationCalendar
{
    // Some minutes of grace after 16:30, so that the answer is complete.
    private static readonly TimeOnly PublishedBy = new(16, 35);
    private static readonly TimeZoneInfo Eastern = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    /// <summary>The newest day whose rates should be out at <paramref name="now"/>.</summary>
    public static DateOnly LastPublished(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Eastern);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (TimeOnly.FromDateTime(local.DateTime) < PublishedBy)
            day = day.AddDays(-1);
        while (IsWeekend(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>The next moment at which new rates are expected.</summary>
    public static DateTimeOffset NextPublication(DateTimeOffset now)
    {
        var day = LastPublished(now).AddDays(1);
        while (IsWeekend(day))
            day = day.AddDays(1);
        var local = day.ToDateTime(PublishedBy);
        return new DateTimeOffset(local, Eastern.GetUtcOffset(local));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
