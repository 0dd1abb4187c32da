using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>A tenant's account at a supplier: settings, acceptance of the legal basis, and how the connection stands. Secrets are apart.</summary>
internal sealed class ConnectorAccount : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<ConnectorAccount> Id { get; init; }
    public required string ConnectorId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>As the supplier calls it; empty until connected.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Non-secret settings as a JSON object of texts.</summary>
    public string Settings { get; private set; } = "{}";

    public AccountState State { get; private set; }
    public string? StateReason { get; private set; }
    public DateTimeOffset? AccessUntil { get; private set; }
    public DateTimeOffset? RefreshUntil { get; private set; }
    public string? AcceptedBy { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public string? AcceptedTerms { get; private set; }
    public string? PendingState { get; private set; }
    public DateTimeOffset? PendingUntil { get; private set; }
    public string? PendingRedirect { get; private set; }
    public DateTimeOffset? QuarantinedAt { get; private set; }
    public string? QuarantineReason { get; private set; }

    public void Accept(LegalBasis basis, string actor, DateTimeOffset now) => (AcceptedTerms, AcceptedBy, AcceptedAt) = (basis.Version, actor, now);

    /// <summary>New settings may mean another application at the supplier: an existing connection stands until the supplier refuses it.</summary>
    public void Configure(string settings, bool needsConnecting)
    {
        Settings = settings;
        if (State is AccountState.New or AccountState.Configured or AccountState.Disconnected)
            State = needsConnecting ? AccountState.Configured : AccountState.Connected;
    }

    public void AwaitReturn(string state, string redirect, DateTimeOffset until) => (PendingState, PendingRedirect, PendingUntil) = (state, redirect, until);

    /// <summary>Each state of the authorisation page works once.</summary>
    public bool TakeReturn(string state, DateTimeOffset now)
    {
        bool right = PendingState is not null && PendingUntil > now && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(PendingState), System.Text.Encoding.UTF8.GetBytes(state));
        if (right)
            (PendingState, PendingRedirect, PendingUntil) = (null, null, null);
        return right;
    }

    public void Connect(string name, DateTimeOffset? accessUntil, DateTimeOffset? refreshUntil)
    {
        (Name, AccessUntil, RefreshUntil) = (name.Length <= 200 ? name : name[..200], accessUntil, refreshUntil);
        (State, StateReason) = (AccountState.Connected, null);
    }

    public void NeedAttention(string reason) => (State, StateReason) = (AccountState.NeedsAttention, reason.Length <= 500 ? reason : reason[..500]);

    public void Disconnect() => (State, StateReason, AccessUntil, RefreshUntil) = (AccountState.Disconnected, null, null, null);

    public void Quarantine(string reason, DateTimeOffset now) => (QuarantineReason, QuarantinedAt) = (reason.Length <= 1000 ? reason : reason[..1000], now);

    public void Release() => (QuarantineReason, QuarantinedAt) = (null, null);
}
