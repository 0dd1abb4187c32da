using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>The secrets of one account for the length of one call.</summary>
internal sealed class AccountSecrets(SecretVault vault, TenantId tenant, Id<ConnectorAccount> account) : ISecretStore
{
    private volatile IReadOnlyDictionary<string, string>? _known;

    public async ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken) =>
        _known ??= await vault.ReadAsync(tenant, account, cancellationToken);

    public async Task KeepAsync(IReadOnlyDictionary<string, string> secrets, CancellationToken cancellationToken)
    {
        await vault.KeepAsync(tenant, account, secrets, cancellationToken);
        _known = null;
    }
}
