using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>A secret of an account, encrypted for exactly this tenant, account and name.</summary>
internal sealed class ConnectorSecret : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<ConnectorSecret> Id { get; init; }
    public Id<ConnectorAccount> AccountId { get; init; }
    public required string Name { get; init; }
    public required string Protected { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}
