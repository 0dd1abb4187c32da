namespace Shop.Connectors.Sdk;

/// <summary>Understands messages the supplier pushes.</summary>
public interface IReceiveWebhook
{
    /// <summary>Checks a message and names the orders it is about. The platform then reads those orders: a message is a hint, never a state.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="headers">Headers, names in lower case.</param>
    /// <param name="body">The body as received.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>Supplier order numbers; <see cref="FaultKind.Unauthorised"/> when the signature is wrong.</returns>
    Task<Answer<IReadOnlyList<string>>> ReceiveAsync(
        IConnectorContext context, IReadOnlyDictionary<string, string> headers, string body, CancellationToken cancellationToken);
}
