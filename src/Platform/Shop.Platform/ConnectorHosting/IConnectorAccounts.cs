using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting;

/// <summary>The current tenant's accounts at suppliers: what the admin portal shows and changes.</summary>
public interface IConnectorAccounts
{
    /// <summary>Every installed connector with the tenant's account at it.</summary>
    Task<IReadOnlyList<ConnectorAccountView>> ListAsync(CancellationToken cancellationToken);

    Task<Outcome<ConnectorAccountView>> FindAsync(string connectorId, CancellationToken cancellationToken);

    /// <summary>Stores settings. A secret that is empty or absent stays as it is; everything else is replaced.</summary>
    Task<Outcome<Done>> SaveSettingsAsync(string connectorId, IReadOnlyDictionary<string, string> values, string actor, CancellationToken cancellationToken);

    /// <summary>Records that the merchant accepts the legal basis; without it nothing runs.</summary>
    /// <param name="termsVersion">The version that was shown: a newer one must be read first.</param>
    Task<Outcome<Done>> AcceptTermsAsync(string connectorId, string termsVersion, string actor, CancellationToken cancellationToken);

    /// <summary>Where the merchant's browser goes to grant access.</summary>
    /// <param name="adminRoot">Root address of the admin portal as the merchant sees it; the supplier sends the browser back below it.</param>
    Task<Outcome<Uri>> BeginConnectAsync(string connectorId, Uri adminRoot, CancellationToken cancellationToken);

    /// <summary>Takes the code the supplier sent back. Each state works once, for 15 minutes.</summary>
    Task<Outcome<Done>> CompleteConnectAsync(string connectorId, string code, string state, string actor, CancellationToken cancellationToken);

    /// <summary>Tries the account by a call that changes nothing.</summary>
    Task<Outcome<Done>> CheckAsync(string connectorId, CancellationToken cancellationToken);

    /// <summary>Forgets the grant and all secrets of the account.</summary>
    Task<Outcome<Done>> DisconnectAsync(string connectorId, string actor, CancellationToken cancellationToken);

    /// <summary>Ends a quarantine.</summary>
    Task<Outcome<Done>> ReleaseAsync(string connectorId, string actor, CancellationToken cancellationToken);

    /// <summary>The newest lines of the call log.</summary>
    Task<IReadOnlyList<ConnectorCallView>> RecentCallsAsync(string connectorId, int take, CancellationToken cancellationToken);
}

/// <param name="Settings">Stored non-secret values by name.</param>
/// <param name="SecretsKept">Names of stored secrets; their values are never shown.</param>
public sealed record ConnectorAccountView(
    ConnectorManifest Manifest, AccountState State, IReadOnlyDictionary<string, string> Settings, IReadOnlyList<string> SecretsKept)
{
    /// <summary>Why the connector cannot be used on this installation. Null: it can.</summary>
    public string? PackageProblem { get; init; }

    /// <summary>As the supplier calls the account. Empty until connected.</summary>
    public string Name { get; init; } = "";

    public string? StateReason { get; init; }
    public DateTimeOffset? AccessUntil { get; init; }
    public DateTimeOffset? RefreshUntil { get; init; }
    public string? AcceptedBy { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>False: the legal basis was never accepted, or it changed since.</summary>
    public bool TermsAccepted { get; init; }

    /// <summary>Why the connector is held back for this tenant. Null: it is not.</summary>
    public string? QuarantineReason { get; init; }

    /// <summary>Access is granted on a page of the supplier (<see cref="IConnectorAccounts.BeginConnectAsync"/>).</summary>
    public bool NeedsConnecting => Manifest.Can("connect-account");
}

/// <param name="Outcome"><c>ok</c>, or the fault's kind.</param>
public sealed record ConnectorCallView(DateTimeOffset At, string Capability, string Outcome, string? Code, int Milliseconds, int Requests, string? Detail);
