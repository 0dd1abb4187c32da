namespace Shop.Connectors.Sdk;

/// <summary>Follows the parcels of an order.</summary>
public interface ITrackShipment
{
    /// <summary>Reads the parcels and their events. Reading only.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="orderId">The supplier's order number.</param>
    /// <param name="market">Language of the events.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The parcels; an empty list when there is no tracking yet.</returns>
    Task<Answer<IReadOnlyList<Parcel>>> TrackAsync(IConnectorContext context, string orderId, Market market, CancellationToken cancellationToken);
}
