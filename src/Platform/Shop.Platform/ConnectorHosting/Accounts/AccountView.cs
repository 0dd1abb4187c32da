using System.Text.Json;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>An account as it is shown: no secret, no pending state.</summary>
internal static class AccountView
{
    public static ConnectorAccountView Of(ConnectorPackage package, ConnectorAccount? account, ILookup<Id<ConnectorAccount>, string> kept) =>
        account is null
            ? new ConnectorAccountView(package.Manifest, AccountState.New, new Dictionary<string, string>(), []) { PackageProblem = package.Problem }
            : new ConnectorAccountView(
                package.Manifest, account.State, JsonSerializer.Deserialize<Dictionary<string, string>>(account.Settings)!, [.. kept[account.Id]])
            {
                PackageProblem = package.Problem,
                Name = account.Name,
                StateReason = account.StateReason,
                AccessUntil = account.AccessUntil,
                RefreshUntil = account.RefreshUntil,
                AcceptedBy = account.AcceptedBy,
                AcceptedAt = account.AcceptedAt,
                TermsAccepted = account.AcceptedTerms == package.Manifest.LegalBasis.Version,
                QuarantineReason = account.QuarantineReason,
            };
}
