namespace Shop.Connectors.Sdk;

/// <summary>Connects a merchant's account at the supplier. Tokens go to the broker (<see cref="HttpCall.KeepSecrets"/>), never through the connector.</summary>
public interface IConnectAccount
{
    /// <summary>Where the merchant grants access.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="redirectAddress">Where the supplier sends the merchant back.</param>
    /// <param name="state">Opaque value that must come back unchanged.</param>
    /// <returns>Endpoint, path and query of the page, as a call that the merchant's browser makes; <see cref="FaultKind.Unsupported"/> when there is no such page.</returns>
    Answer<HttpCall> AuthorizeAddress(IConnectorContext context, string redirectAddress, string state);

    /// <summary>Trades the code of the redirect for tokens, which the broker keeps.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="code">The code; usually works once and for minutes only.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The account.</returns>
    Task<Answer<Account>> ConnectAsync(IConnectorContext context, string code, CancellationToken cancellationToken);

    /// <summary>Renews the tokens before they end.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The account; <see cref="FaultKind.Unauthorised"/> when the merchant must connect again.</returns>
    Task<Answer<Account>> RefreshAsync(IConnectorContext context, CancellationToken cancellationToken);

    /// <summary>Checks that the account works, by a call that changes nothing.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>True, or the fault that stands in the way.</returns>
    Task<Answer<bool>> CheckAsync(IConnectorContext context, CancellationToken cancellationToken);

    /// <summary>A connected account, without secrets.</summary>
    /// <param name="Name">How the supplier names it, for people; holds no e-mail address.</param>
    public sealed record Account(string Name)
    {
        /// <summary>When the access ends (UTC). Null when it does not.</summary>
        public DateTimeOffset? AccessUntil { get; init; }

        /// <summary>When renewing ends (UTC): the merchant must connect again before. Null when it does not.</summary>
        public DateTimeOffset? RefreshUntil { get; init; }
    }
}
