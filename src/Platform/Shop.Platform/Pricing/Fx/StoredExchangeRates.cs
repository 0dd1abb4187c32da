using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Pricing.Fx;

internal sealed class StoredExchangeRates(ShopDb db, TimeProvider time, RefreshLog history) : IExchangeRates, IExchangeRateStatus
{
    public async Task<Outcome<Converted>> ToCadAsync(Amount amount, DateOnly? day, CancellationToken cancellationToken)
    {
        var wanted = day ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (amount.Currency == "CAD")
            return new Converted(Money.Cad(amount.Value), 1m, wanted);
        var rate = await db.Set<ExchangeRate>().AsNoTracking().Where(r => r.Currency == amount.Currency && r.Day <= wanted)
            .OrderByDescending(r => r.Day).FirstOrDefaultAsync(cancellationToken);
        if (rate is null)
            return Problem.Unavailable("fx.no-rate", $"No Bank of Canada rate for {amount.Currency} is stored on or before {wanted:yyyy-MM-dd}.");
        return new Converted(Money.Cad(amount.Value * rate.Rate), rate.Rate, rate.Day);
    }

    public async Task<ExchangeRateStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var newest = await RefreshRates.NewestDayAsync(db, cancellationToken);
        var rates = newest is null ? [] : await db.Set<ExchangeRate>().AsNoTracking().Where(r => r.Day == newest).OrderBy(r => r.Currency)
            .Select(r => new CurrentRate(r.Currency, r.Rate, r.ObservedAt)).ToListAsync(cancellationToken);
        var expected = PublicationCalendar.LastPublished(time.GetUtcNow());
        int? age = newest is { } day ? Math.Max(0, expected.DayNumber - day.DayNumber) : null;
        return new ExchangeRateStatus(newest, age, rates, history.Last?.At, history.Last?.Problem);
    }
}
