namespace Shop.Connectors.Sdk;

/// <summary>Asks what shipping costs.</summary>
public interface IQuoteShipping
{
    /// <summary>Quotes shipping of a quantity of one variant. Reading only: may be repeated.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="line">Product, variant and quantity; <see cref="OrderRequest.Line.ShippingCode"/> is not used.</param>
    /// <param name="province">Two-letter province code of the destination; null when not yet known.</param>
    /// <param name="market">For whom.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The options; <see cref="FaultKind.NotAvailable"/> when it cannot be shipped there. Never an empty list.</returns>
    Task<Answer<IReadOnlyList<ShippingOption>>> QuoteAsync(
        IConnectorContext context, OrderRequest.Line line, string? province, Market market, CancellationToken cancellationToken);
}
