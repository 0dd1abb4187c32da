using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Shop.Platform.Kernel.Outbox;

/// <summary>Keeps delivery going: at once after a commit, and every second for what fell due or came from another node.</summary>
internal sealed class OutboxService(OutboxDelivery delivery, OutboxSignal signal, ILogger<OutboxService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await delivery.DeliverDueAsync(stoppingToken) > 0) { }
                await signal.WaitAsync(TimeSpan.FromSeconds(1), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop outlives a database that is away for a while.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                log.LogError(exception, "Outbox delivery failed; trying again");
                await signal.WaitAsync(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }
}
