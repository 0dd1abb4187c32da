using System.Text.Json;

namespace Shop.Platform.Kernel.Outbox;

/// <summary>Which events exist and who handles them: fixed at start-up.</summary>
public sealed class EventCatalog(IReadOnlyList<Subscription> subscriptions)
{
    public static EventCatalog Empty { get; } = new([]);

    internal Subscription? Find(string @event, string handler) =>
        subscriptions.FirstOrDefault(s => s.Event.FullName == @event && s.Handler.FullName == handler);

    /// <summary>One message per handler, so that one failing handler neither delays nor repeats another.</summary>
    internal IEnumerable<OutboxMessage> MessagesFor(IEvent @event, TenantId tenant, IIdSource ids, DateTimeOffset now) =>
        subscriptions.Where(s => s.Event == @event.GetType()).Select(s => new OutboxMessage
        {
            TenantId = tenant,
            Id = ids.New<OutboxMessage>(),
            Event = s.Event.FullName!,
            Handler = s.Handler.FullName!,
            Payload = JsonSerializer.Serialize(@event, s.Event, KernelJson.Options),
            OccurredAt = now,
            DueAt = now,
        });
}

/// <summary>A handler's interest in an event.</summary>
public sealed record Subscription(Type Event, Type Handler);
