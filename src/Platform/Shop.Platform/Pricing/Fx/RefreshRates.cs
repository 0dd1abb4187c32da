using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Pricing.Fx;

/// <summary>Fetches what was published since the newest stored day and stores it.</summary>
internal sealed class RefreshRates(ShopDb db, BankOfCanada bank, TimeProvider time, IOptions<FxOptions> options)
{
    /// <returns>How many observations are new or corrected.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken cancellationToken)
    {
        var newest = await NewestDayAsync(db, cancellationToken);
        var from = newest ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-options.Value.HistoryDays);
        var answer = await bank.ReadAsync(from, cancellationToken);
        return answer.Failed(out var problem, out var published) ? problem : await StoreAsync(published, cancellationToken);
    }

    /// <summary>Null when nothing is stored.</summary>
    public static async Task<DateOnly?> NewestDayAsync(ShopDb db, CancellationToken cancellationToken) =>
        await db.Set<ExchangeRate>().Select(r => (DateOnly?)r.Day).MaxAsync(cancellationToken);

    private async Task<int> StoreAsync(IReadOnlyList<PublishedRate> published, CancellationToken cancellationToken)
    {
        if (published.Count == 0)
            return 0;
        // The answer's own first day, not the one asked for: a cache may serve more than was wanted.
        var from = published.Min(r => r.Day);
        var stored = await db.Set<ExchangeRate>().Where(r => r.Day >= from).ToDictionaryAsync(r => (r.Currency, r.Day), cancellationToken);
        var changed = 0;
        foreach (var rate in published)
        {
            var known = stored.GetValueOrDefault((rate.Currency, rate.Day));
            if (known?.Rate == rate.Rate)
                continue;
            changed++;
            if (known is null)
                db.Add(known = stored[(rate.Currency, rate.Day)] = new ExchangeRate { Currency = rate.Currency, Day = rate.Day });
            (known.Rate, known.ObservedAt) = (rate.Rate, time.GetUtcNow());
        }
        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }
}
