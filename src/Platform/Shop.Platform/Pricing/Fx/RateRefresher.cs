using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Pricing.Fx;

/// <summary>Keeps the stored rates as new as the bank's: at start when a publication was missed, then after each publication.</summary>
internal sealed class RateRefresher(IServiceProvider services, TimeProvider time, RefreshLog history, ILogger<RateRefresher> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                failures = await RefreshIfDueAsync(stoppingToken) ? 0 : failures + 1;
                await Task.Delay(Pause(failures), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Asks the bank when a publication is missing here.</summary>
    /// <returns>False when the bank or the database failed.</returns>
    internal async Task<bool> RefreshIfDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            var newest = await RefreshRates.NewestDayAsync(scope.ServiceProvider.GetRequiredService<ShopDb>(), cancellationToken);
            if (newest >= PublicationCalendar.LastPublished(time.GetUtcNow()))
                return true;
            var refreshed = await scope.ServiceProvider.GetRequiredService<RefreshRates>().RunAsync(cancellationToken);
            history.Record(time.GetUtcNow(), refreshed.Problem?.Message);
            if (refreshed.Failed(out var problem, out var count))
                log.LogWarning("Exchange rates stay as of {Newest}: {Problem}", newest, problem.Message);
            else
                log.LogInformation("{Count} exchange rates stored", count);
            return refreshed.Problem is null;
        }
#pragma warning disable CA1031 // The loop outlives a database that is away for a while.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(exception, "Exchange rates could not be refreshed");
            history.Record(time.GetUtcNow(), exception.Message);
            return false;
        }
    }

    /// <summary>After success: until the next publication. After failures: 1 minute, doubling to an hour.</summary>
    internal TimeSpan Pause(int failures)
    {
        if (failures > 0)
            return TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, Math.Pow(2, Math.Min(failures - 1, 10))));
        var wait = PublicationCalendar.NextPublication(time.GetUtcNow()) - time.GetUtcNow();
        // On a bank holiday nothing comes out: the hourly look then finds the same newest day and costs one request.
        return wait < LongestPause ? wait : LongestPause;
    }
}

/// <summary>The last attempt of this process, for people.</summary>
internal sealed class RefreshLog
{
    private Attempt? _last;

    public Attempt? Last => Volatile.Read(ref _last);

    public void Record(DateTimeOffset at, string? problem) => Volatile.Write(ref _last, new Attempt(at, problem));

    public sealed record Attempt(DateTimeOffset At, string? Problem);
}
