namespace Shop.Connectors.Sdk;

/// <summary>Reads one offer completely.</summary>
public interface IReadOffer
{
    /// <summary>Finds the product id in an address a person pasted.</summary>
    /// <param name="address">Any text; usually a product address of the supplier.</param>
    /// <returns>The product id, or null when the address is not one of this supplier's product addresses.</returns>
    string? RecognizeAddress(string address);

    /// <summary>Reads title, texts, images, variants, prices and stock. Reading only: may be repeated.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="productId">The supplier's product id.</param>
    /// <param name="market">For whom.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The offer; <see cref="FaultKind.NotFound"/> when the supplier says there is none. A sold-out product is an offer, not a fault.</returns>
    Task<Answer<Offer>> ReadAsync(IConnectorContext context, string productId, Market market, CancellationToken cancellationToken);

    /// <summary>Reads at least price and stock, by the cheapest way the supplier has. By default the same as <see cref="ReadAsync"/>.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="productId">The supplier's product id.</param>
    /// <param name="market">For whom.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The offer; texts may be missing.</returns>
    Task<Answer<Offer>> WatchAsync(IConnectorContext context, string productId, Market market, CancellationToken cancellationToken) =>
        ReadAsync(context, productId, market, cancellationToken);

    /// <summary>Reads an offer from an answer that was stored before: API JSON, page HTML or the embedded JSON of a page. No request is made.</summary>
    /// <param name="document">The stored answer.</param>
    /// <param name="market">For whom it was asked; used only where the document does not say.</param>
    /// <returns>The offer or the fault the document stands for.</returns>
    Answer<Offer> ReadDocument(string document, Market market);
}
