using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Support.Mail;

/// <summary>
/// Sends what is due: at least once, each by one process at a time. A failure waits one minute, doubling to an hour; after
/// <see cref="MaxAttempts"/> tries or a final refusal the message is parked.
/// </summary>
internal sealed class SendMail(IServiceProvider services, IMailTransport transport, TimeProvider time, ILogger<SendMail> log)
{
    internal const int MaxAttempts = 12;
    private const int BatchSize = 50;
    // Longer than any handover may take; a process that dies meanwhile leaves the message to the next one after this.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <returns>How many messages were tried.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        if (!transport.Configured)
            return 0;
        var tried = 0;
        foreach (var mail in await DueAsync(cancellationToken))
        {
            if (!await ClaimAsync(mail, cancellationToken))
                continue;
            tried++;
            await RecordAsync(mail, await transport.SendAsync(mail, cancellationToken), cancellationToken);
        }
        return tried;
    }

    private async Task<List<OutgoingMail>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var now = time.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<ShopDb>().AcrossTenants<OutgoingMail>()
            .Where(m => m.DueAt != null && m.DueAt <= now).OrderBy(m => m.DueAt).Take(BatchSize).ToListAsync(cancellationToken);
    }

    /// <summary>True for the one process whose update found the message as it was read.</summary>
    private async Task<bool> ClaimAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateTenantScope(mail.TenantId);
        var until = time.GetUtcNow() + Lease;
        return await scope.ServiceProvider.GetRequiredService<ShopDb>().Set<OutgoingMail>()
            .Where(m => m.Id == mail.Id && m.Attempts == mail.Attempts && m.SentAt == null && m.DueAt == mail.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, mail.Attempts + 1).SetProperty(m => m.DueAt, until), cancellationToken) == 1;
    }

    private async Task RecordAsync(OutgoingMail mail, MailHandover handover, CancellationToken cancellationToken)
    {
        if (handover.Problem is not null)
            log.LogWarning("Mail {Mail} ({Template}) was not taken: {Problem}", mail.Id, mail.Template, handover.Problem);
        await using var scope = services.CreateTenantScope(mail.TenantId);
        var now = time.GetUtcNow();
        DateTimeOffset? sent = handover.Problem is null ? now : null;
        DateTimeOffset? next = handover.Problem is null || handover.Final || mail.Attempts + 1 >= MaxAttempts ? null : now + BackOff(mail.Attempts + 1);
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Set<OutgoingMail>().Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.SentAt, sent).SetProperty(m => m.DueAt, next).SetProperty(m => m.LastError, handover.Problem), cancellationToken);
    }

    private static TimeSpan BackOff(int attempts) => TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(attempts - 1, 6)));
}
