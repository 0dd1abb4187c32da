using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Realtime;

namespace Shop.Platform.Fulfilment;

/// <summary>Moves the order page of whoever looks at it now.</summary>
internal sealed class TellWatchers(ILiveUpdates live) : IHandle<ParcelMoved>
{
    public Task HandleAsync(ParcelMoved @event, CancellationToken cancellationToken) =>
        live.OrderChangedAsync(@event.OrderId, @event.Delivered ? "parcel-delivered" : "parcel-shipped", cancellationToken);
}
