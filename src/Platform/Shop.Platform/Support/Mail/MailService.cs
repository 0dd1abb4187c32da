using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Shop.Platform.Support.Mail;

/// <summary>Keeps sending going.</summary>
internal sealed class MailService(SendMail send, TimeProvider time, ILogger<MailService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var tried = await SendAsync(stoppingToken);
                await Task.Delay(tried is null ? PauseAfterTrouble : Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<int?> SendAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await send.SendDueAsync(stoppingToken);
        }
#pragma warning disable CA1031 // The loop outlives a database that is away for a while.
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(exception, "Sending mail failed; trying again");
            return null;
        }
    }
}
