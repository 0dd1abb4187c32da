using System.Text.Json;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.ConnectorHosting.Workers;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Decides whether a connector may run for a tenant now. Every fault here is final until a person does something.</summary>
internal sealed class AccountGate(ConnectorCatalogue catalogue, AccountStore accounts, Quarantine quarantine)
{
    /// <summary>The package and account, or why not.</summary>
    /// <param name="connecting">True while the account is being connected: then it need not be connected yet.</param>
    public async Task<Answer<Admitted>> AdmitAsync(TenantId tenant, string connector, string capability, bool connecting, CancellationToken cancellationToken)
    {
        if (catalogue.Find(connector) is not { } package)
            return new Fault(FaultKind.Unsupported, $"There is no connector \"{connector}\" on this installation.") { Code = "not-installed" };
        if (package.Problem is { } problem)
            return new Fault(FaultKind.Unavailable, "The connector is not installed correctly. Ask the operator.") { Code = "package", Detail = problem };
        if (!package.Manifest.Can(capability))
            return new Fault(FaultKind.Unsupported, $"{package.Manifest.Name} cannot do this.") { Code = "capability", Detail = capability };
        LegalBasis basis = package.Manifest.LegalBasis;
        if (basis.Kind == LegalBasis.NotPermitted)
            return new Fault(FaultKind.Unsupported, $"{package.Manifest.Name} does not permit use by a program.") { Code = "not-permitted" };

        ConnectorAccount? account = await accounts.FindAsync(tenant, connector, cancellationToken);
        if (account?.AcceptedTerms != basis.Version)
            return new Fault(FaultKind.Unauthorised, $"Accept the terms of {package.Manifest.Name} first: Connectors, {package.Manifest.Name}.") { Code = "terms-not-accepted" };
        if (Held(tenant, account) is { } held)
            return held;
        return !connecting && account.State != AccountState.Connected
            ? new Fault(FaultKind.Unauthorised, $"Connect your account at {package.Manifest.Name}: Connectors, {package.Manifest.Name}.") { Code = "not-connected", Detail = account.StateReason }
            : new Admitted(package, account);
    }

    /// <summary>The row is the truth over all processes; the memory of this one follows it.</summary>
    private Fault? Held(TenantId tenant, ConnectorAccount account)
    {
        if (account.QuarantineReason is not { } reason)
        {
            if (quarantine.Reason(account.ConnectorId, tenant.ToString()) is not null)
                quarantine.Release(account.ConnectorId, tenant.ToString());
            return null;
        }

        return new Fault(FaultKind.Unavailable, "The connector failed repeatedly and is held back. See the connector's page.") { Code = "quarantined", Detail = reason };
    }
}

/// <summary>A connector and account that may run.</summary>
internal sealed record Admitted(ConnectorPackage Package, ConnectorAccount Account)
{
    /// <summary>Stored settings over the manifest's defaults.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; } = Merge(Package.Manifest, Account.Settings);

    private static Dictionary<string, string> Merge(ConnectorManifest manifest, string stored)
    {
        Dictionary<string, string> settings = manifest.Settings.Where(setting => !setting.Secret && setting.Default is not null)
            .ToDictionary(setting => setting.Name, setting => setting.Default!, StringComparer.Ordinal);
        foreach ((string name, string value) in JsonSerializer.Deserialize<Dictionary<string, string>>(stored)!)
            settings[name] = value;
        return settings;
    }
}
