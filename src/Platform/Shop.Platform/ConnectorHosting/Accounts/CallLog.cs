using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Writes the call log beside the calls: a slow database must not slow a call down, and losing a line is no harm.</summary>
internal sealed class CallLog(AccountStore accounts, IIdSource ids, TimeProvider time, ILogger<CallLog> log) : BackgroundService
{
    /// <summary>Lines kept per tenant and connector.</summary>
    public const int Kept = 500;

    private readonly Channel<(TenantId Tenant, ConnectorCall Call)> _queue = Channel.CreateBounded<(TenantId, ConnectorCall)>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Note(TenantId tenant, CallScope scope, Fault? fault, TimeSpan took, IReadOnlyDictionary<string, string> secrets)
    {
        string detail = string.Join('\n', scope.Trace.Requests.Append(fault is null ? "" : Scrubber.Line(fault.Detail ?? fault.Message, secrets)).Where(line => line.Length > 0));
        _queue.Writer.TryWrite((tenant, new ConnectorCall
        {
            Id = ids.New<ConnectorCall>(),
            ConnectorId = scope.Package.Manifest.Id,
            Capability = scope.Capability,
            At = time.GetUtcNow(),
            Milliseconds = (int)took.TotalMilliseconds,
            Outcome = fault?.Kind.ToString() ?? "ok",
            Code = fault?.Code is { Length: > 100 } code ? code[..100] : fault?.Code,
            Requests = scope.Trace.RequestCount,
            Detail = detail.Length == 0 ? null : detail.Length <= 4000 ? detail : detail[..4000],
        }));
    }

    /// <summary>Writes what is waiting and drops the oldest lines beyond <see cref="Kept"/>.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        List<(TenantId Tenant, ConnectorCall Call)> waiting = [];
        while (waiting.Count < 200 && _queue.Reader.TryRead(out (TenantId, ConnectorCall) next))
            waiting.Add(next);
        foreach (IGrouping<TenantId, (TenantId Tenant, ConnectorCall Call)> tenant in waiting.GroupBy(entry => entry.Tenant))
        {
            await accounts.InAsync(tenant.Key, async db =>
            {
                db.AddRange(tenant.Select(entry => entry.Call));
                await db.SaveChangesAsync(cancellationToken);
                foreach (string connector in tenant.Select(entry => entry.Call.ConnectorId).Distinct())
                    await TrimAsync(db.Set<ConnectorCall>().Where(call => call.ConnectorId == connector), cancellationToken);
                return true;
            });
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                await FlushOrLogAsync(stoppingToken);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await FlushOrLogAsync(CancellationToken.None);
        }
    }

    private async Task FlushOrLogAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The border of a loop: the log of calls may lose lines, the loop may not end.
            log.LogError(problem, "The log of connector calls could not be written.");
        }
    }

    private static async Task TrimAsync(IQueryable<ConnectorCall> calls, CancellationToken cancellationToken)
    {
        DateTimeOffset? oldest = await calls.OrderByDescending(call => call.At).Skip(Kept - 1).Select(call => (DateTimeOffset?)call.At).FirstOrDefaultAsync(cancellationToken);
        if (oldest is not null)
            await calls.Where(call => call.At < oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
