namespace Shop.Platform.Kernel.Outbox;

/// <summary>Something that happened, named in the past tense. Serialised as JSON; changes are additive.</summary>
public interface IEvent;

/// <summary>Reacts to an event in a scope of its tenant. Delivered at least once: handling twice must equal handling once.</summary>
public interface IHandle<in TEvent> where TEvent : IEvent
{
    Task HandleAsync(TEvent @event, CancellationToken cancellationToken);
}
