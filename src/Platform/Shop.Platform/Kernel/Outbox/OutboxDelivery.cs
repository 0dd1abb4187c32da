using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Kernel.Outbox;

/// <summary>
/// Delivers messages: each in a scope of its tenant, at least once, with doubling back-off (1 s to 5 min); after <see cref="MaxAttempts"/> tries
/// it is parked with its error for an operator.
/// </summary>
public sealed class OutboxDelivery(IServiceProvider services, EventCatalog events, TimeProvider time, ILogger<OutboxDelivery> log)
{
    internal const int MaxAttempts = 10;
    private const int BatchSize = 100;

    /// <summary>Delivers what is due now, oldest first.</summary>
    /// <returns>How many messages were tried.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var due = await DueAsync(cancellationToken);
        foreach (var message in due)
            await DeliverAsync(message, cancellationToken);
        return due.Count;
    }

    private async Task<List<OutboxMessage>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var now = time.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<ShopDb>().AcrossTenants<OutboxMessage>()
            .Where(m => m.DueAt != null && m.DueAt <= now).OrderBy(m => m.DueAt).Take(BatchSize).ToListAsync(cancellationToken);
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        string? error = null;
        try
        {
            await HandleAsync(message, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The border of delivery: whatever a handler throws must not stop the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.LogError(exception, "Handler {Handler} failed on {Event} {Message}", message.Handler, message.Event, message.Id);
            error = $"{exception.GetType().Name}: {exception.Message}";
        }
        await RecordAsync(message, error, cancellationToken);
    }

    private async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var subscription = events.Find(message.Event, message.Handler) ?? throw new InvalidOperationException($"No handler {message.Handler} of {message.Event}.");
        await using var scope = services.CreateTenantScope(message.TenantId);
        var handler = scope.ServiceProvider.GetRequiredService(subscription.Handler);
        var payload = JsonSerializer.Deserialize(message.Payload, subscription.Event, KernelJson.Options)!;
        var handle = typeof(IHandle<>).MakeGenericType(subscription.Event).GetMethod(nameof(IHandle<IEvent>.HandleAsync))!;
        await (Task)handle.Invoke(handler, BindingFlags.DoNotWrapExceptions, binder: null, [payload, cancellationToken], culture: null)!;
    }

    private async Task RecordAsync(OutboxMessage message, string? error, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateTenantScope(message.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var now = time.GetUtcNow();
        var attempts = message.Attempts + 1;
        DateTimeOffset? delivered = error is null ? now : null;
        DateTimeOffset? next = error is null || attempts >= MaxAttempts ? null : now + BackOff(attempts);
        await db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Attempts, attempts).SetProperty(m => m.DueAt, next)
            .SetProperty(m => m.DeliveredAt, delivered).SetProperty(m => m.LastError, error), cancellationToken);
    }

    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(300, 1 << Math.Min(attempts - 1, 9)));
}
