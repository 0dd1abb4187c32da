using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Shop.Platform.Kernel.Outbox;

/// <summary>Keeps delivery going: at once after a commit, and every second for what fell due or came from another node.</summary>
internal sealed class OutboxService(OutboxDelivery delivery, OutboxSignal signal, ILogger<OutboxService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await DeliverAndWaitAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is not delivered stays in the table.
        }
    }

    private async Task DeliverAndWaitAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await delivery.DeliverDueAsync(stoppingToken) > 0) { }
            await signal.WaitAsync(TimeSpan.FromSeconds(1), stoppingToken);
        }
#pragma warning disable CA1031 // The loop outlives a database that is away for a while.
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(exception, "Outbox delivery failed; trying again");
            await signal.WaitAsync(TimeSpan.FromSeconds(5), stoppingToken);
        }
    }
}
