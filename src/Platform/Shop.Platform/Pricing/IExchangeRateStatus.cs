namespace Shop.Platform.Pricing;

/// <summary>How old the stored exchange rates are.</summary>
public interface IExchangeRateStatus
{
    Task<ExchangeRateStatus> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="NewestDay">Null when nothing is stored.</param>
/// <param name="DaysBehind">Days between the newest stored day and the last expected publication; 0 is fresh. Null when nothing is stored.</param>
/// <param name="LastTriedAt">When this process last asked the bank. Null when it had no need to.</param>
/// <param name="LastProblem">Why the last attempt failed. Null when it did not.</param>
public sealed record ExchangeRateStatus(
    DateOnly? NewestDay, int? DaysBehind, IReadOnlyList<CurrentRate> Rates, DateTimeOffset? LastTriedAt, string? LastProblem);

/// <param name="Rate">Canadian dollars for one unit.</param>
public sealed record CurrentRate(string Currency, decimal Rate, DateTimeOffset ObservedAt);
