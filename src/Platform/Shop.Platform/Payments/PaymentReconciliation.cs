using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Payments;

/// <summary>Runs reconciliation every minute for the tenants that have something unsettled.</summary>
internal sealed class PaymentReconciliation(IServiceProvider services, TimeProvider time, ILogger<PaymentReconciliation> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var tenant in await UnsettledAsync(cancellationToken))
            {
                await using var scope = services.CreateTenantScope(tenant);
                await scope.ServiceProvider.GetRequiredService<ReconcilePayments>().SweepAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The loop outlives whatever one sweep meets.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.LogError(exception, "Payments could not be reconciled; trying again");
        }
    }

    private async Task<List<TenantId>> UnsettledAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var before = time.GetUtcNow() - ReconcilePayments.Patience;
        var payments = await db.AcrossTenants<PaymentAttempt>()
            .Where(a => a.Status == AttemptStatus.Captured ? a.FeeBookedAt == null && a.CapturedAt <= before : a.Status != AttemptStatus.Expired && a.CheckedAt <= before)
            .Select(a => a.TenantId).Distinct().ToListAsync(cancellationToken);
        var refunds = await db.AcrossTenants<Refund>().Where(r => r.Status == RefundStatus.Intended && r.CheckedAt <= before).Select(r => r.TenantId).Distinct().ToListAsync(cancellationToken);
        return [.. payments.Union(refunds)];
    }
}
