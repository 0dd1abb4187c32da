namespace Shop.Connectors.Sdk;

/// <summary>Cancels an order where the supplier lets a program do that.</summary>
public interface ICancelOrder
{
    /// <summary>Asks for cancellation. Cancelling a cancelled order succeeds.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="orderId">The supplier's order number.</param>
    /// <param name="reason">Why, in plain English.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The order after the request; <see cref="FaultKind.NotAvailable"/> when it is too late.</returns>
    Task<Answer<SupplierOrder>> CancelAsync(IConnectorContext context, string orderId, string reason, CancellationToken cancellationToken);
}
