namespace Shop.Platform.ConnectorHosting;

public enum AccountState
{
    /// <summary>Nothing entered yet.</summary>
    New,

    /// <summary>Settings are there; the merchant has not yet granted access.</summary>
    Configured,

    Connected,

    /// <summary>The supplier no longer accepts the grant: the merchant must connect again.</summary>
    NeedsAttention,

    Disconnected,
}
