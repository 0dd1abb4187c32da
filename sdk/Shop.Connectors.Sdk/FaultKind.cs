namespace Shop.Connectors.Sdk;

/// <summary>Whose fault a failure is and what may be done about it.</summary>
public enum FaultKind
{
    /// <summary>The request cannot be right (malformed id, address the supplier refuses). Not retried.</summary>
    BadInput,

    /// <summary>The account is not signed in, its grant has ended, or it may not do this. The merchant must connect again.</summary>
    Unauthorised,

    /// <summary>The supplier says that the thing does not exist. Only for a clear statement of the supplier, never for a page that could not be read.</summary>
    NotFound,

    /// <summary>Too many calls. <see cref="Fault.RetryAfter"/> says when to come back; null means the platform's back-off decides.</summary>
    RateLimited,

    /// <summary>A CAPTCHA, login wall or code stands in the way: a person is needed. Never retried blindly, never bypassed.</summary>
    Challenge,

    /// <summary>The supplier is down or slow. May be retried; for an order only after a look-up.</summary>
    Unavailable,

    /// <summary>The answer does not have the shape this connector knows. <see cref="Fault.Field"/> names the part. Never guessed around.</summary>
    LayoutChanged,

    /// <summary>The connector or the supplier cannot do this at all.</summary>
    Unsupported,

    /// <summary>The item cannot be bought now (sold out, not sold to this country). Final for this attempt.</summary>
    NotAvailable,

    /// <summary>An error in the connector itself. Counted towards its quarantine.</summary>
    ConnectorBug,
}
