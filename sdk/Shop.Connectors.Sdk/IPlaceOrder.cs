namespace Shop.Connectors.Sdk;

/// <summary>Buys. The only capability that spends money: the platform calls it once per reference and looks up before any repeat.</summary>
public interface IPlaceOrder
{
    /// <summary>Places the order.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="request">What to buy, for whom, under which reference.</param>
    /// <param name="cancellationToken">Ends the call at its deadline; the order may then exist all the same.</param>
    /// <returns>
    /// The supplier's orders, one per store. <see cref="FaultKind.Unavailable"/> means <em>unknown</em>: the order may exist. Every other fault
    /// means that nothing was bought.
    /// </returns>
    Task<Answer<IReadOnlyList<SupplierOrder>>> PlaceAsync(IConnectorContext context, OrderRequest request, CancellationToken cancellationToken);

    /// <summary>Finds the orders of a reference after an unclear answer. Reading only.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="request">The request as it was sent.</param>
    /// <param name="placedAfter">Start of the first attempt (UTC).</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>
    /// The orders found; an empty list only when it is certain that there are none; <see cref="FaultKind.Unavailable"/> with
    /// <see cref="Fault.RetryAfter"/> when it is too early to know; <see cref="FaultKind.Unsupported"/> when the supplier offers no way to
    /// know: a person must then decide.
    /// </returns>
    Task<Answer<IReadOnlyList<SupplierOrder>>> FindAsync(
        IConnectorContext context, OrderRequest request, DateTimeOffset placedAfter, CancellationToken cancellationToken);

    /// <summary>Reads the state of an order. Reading only.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="orderId">The supplier's order number.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The order; an unknown supplier state is <see cref="SupplierOrder.OrderState.Unknown"/>.</returns>
    Task<Answer<SupplierOrder>> ReadOrderAsync(IConnectorContext context, string orderId, CancellationToken cancellationToken);
}
