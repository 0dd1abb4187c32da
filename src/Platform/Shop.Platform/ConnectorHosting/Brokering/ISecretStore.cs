namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>The secrets of one account. Values live in the host only.</summary>
internal interface ISecretStore
{
    /// <summary>All secrets by name.</summary>
    ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Stores or replaces secrets.</summary>
    Task KeepAsync(IReadOnlyDictionary<string, string> secrets, CancellationToken cancellationToken);
}
