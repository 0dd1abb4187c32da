using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Packages;
using Shop.Platform.ConnectorHosting.Workers;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

internal sealed class ConnectorAccounts(
    ConnectorCatalogue catalogue, AccountStore accounts, SecretVault vault, ConnectAccount connect, AccountSession session, Quarantine quarantine, ITenantAccessor tenants)
    : IConnectorAccounts
{
    private TenantId Tenant => tenants.Required;

    public async Task<IReadOnlyList<ConnectorAccountView>> ListAsync(CancellationToken cancellationToken)
    {
        List<ConnectorAccount> rows = await accounts.AllAsync(Tenant, cancellationToken);
        ILookup<Id<ConnectorAccount>, string> kept = await KeptAsync(cancellationToken);
        return [.. catalogue.All.OrderBy(package => package.Manifest.Name, StringComparer.Ordinal)
            .Select(package => AccountView.Of(package, rows.Find(row => row.ConnectorId == package.Manifest.Id), kept))];
    }

    public async Task<Outcome<ConnectorAccountView>> FindAsync(string connectorId, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(view => view.Manifest.Id == connectorId) is { } view ? view : Problem.NotFound("connector");

    public async Task<Outcome<Done>> SaveSettingsAsync(
        string connectorId, IReadOnlyDictionary<string, string> values, string actor, CancellationToken cancellationToken)
    {
        if ((await FindAsync(connectorId, cancellationToken)).Failed(out Problem? missing, out ConnectorAccountView? view))
            return missing;
        if (SettingsForm.Check(view.Manifest, values, view.SecretsKept) is { } wrong)
            return wrong;
        ILookup<bool, KeyValuePair<string, string>> bySecret = values.Where(pair => pair.Value.Length > 0)
            .ToLookup(pair => view.Manifest.Settings.Single(setting => setting.Name == pair.Key).Secret);
        string settings = JsonSerializer.Serialize(bySecret[false].ToDictionary());
        await accounts.ChangeAsync(
            Tenant,
            connectorId,
            async (db, account) =>
            {
                account.Configure(settings, view.NeedsConnecting);
                await vault.PutAsync(db, Tenant, account.Id, bySecret[true].ToDictionary(), cancellationToken);
                db.Audit(actor, "connector.settings", connectorId, $"{string.Join(", ", values.Keys.Order(StringComparer.Ordinal))}");
            },
            cancellationToken);
        return new Done();
    }

    public async Task<Outcome<Done>> AcceptTermsAsync(string connectorId, string termsVersion, string actor, CancellationToken cancellationToken)
    {
        if (catalogue.Find(connectorId) is not { } package)
            return Problem.NotFound("connector");
        LegalBasis basis = package.Manifest.LegalBasis;
        if (basis.Kind == LegalBasis.NotPermitted)
            return Problem.Conflict("connector.not-permitted", $"{package.Manifest.Name} does not permit use by a program; nobody can accept that.");
        if (basis.Version != termsVersion)
            return Problem.Conflict("connector.terms-changed", "The terms have changed. Read them again, then accept.");
        return await ChangeAsync(connectorId, actor, "connector.terms-accepted", Accept, cancellationToken, termsVersion);

        void Accept(ConnectorAccount account, DateTimeOffset now)
        {
            account.Accept(basis, actor, now);
            // Where nothing has to be entered and nobody signs in, accepting is all there is to do.
            if (!package.Manifest.Settings.Any(setting => setting.Required) && !package.Manifest.Can("connect-account"))
                account.Configure(account.Settings, needsConnecting: false);
        }
    }

    public Task<Outcome<Uri>> BeginConnectAsync(string connectorId, Uri adminRoot, CancellationToken cancellationToken) =>
        connect.BeginAsync(Tenant, connectorId, adminRoot, cancellationToken);

    public Task<Outcome<Done>> CompleteConnectAsync(string connectorId, string code, string state, string actor, CancellationToken cancellationToken) =>
        connect.CompleteAsync(Tenant, connectorId, code, state, actor, cancellationToken);

    public async Task<Outcome<Done>> CheckAsync(string connectorId, CancellationToken cancellationToken) =>
        (await session.RunAsync<bool>(Tenant, connectorId, typeof(IConnectAccount), nameof(IConnectAccount.CheckAsync), [], cancellationToken)).Fault is { } fault
            ? fault.ToProblem()
            : new Done();

    public async Task<Outcome<Done>> DisconnectAsync(string connectorId, string actor, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(Tenant, connectorId, cancellationToken) is not { } existing)
            return Problem.NotFound("account");
        await accounts.InAsync(Tenant, db => db.Set<ConnectorSecret>().Where(secret => secret.AccountId == existing.Id).ExecuteDeleteAsync(cancellationToken));
        return await ChangeAsync(connectorId, actor, "connector.disconnected", (account, _) => account.Disconnect(), cancellationToken);
    }

    public async Task<Outcome<Done>> ReleaseAsync(string connectorId, string actor, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(Tenant, connectorId, cancellationToken) is null)
            return Problem.NotFound("account");
        quarantine.Release(connectorId, Tenant.ToString());
        return await ChangeAsync(connectorId, actor, "connector.released", (account, _) => account.Release(), cancellationToken);
    }

    public Task<IReadOnlyList<ConnectorCallView>> RecentCallsAsync(string connectorId, int take, CancellationToken cancellationToken) =>
        accounts.InAsync<IReadOnlyList<ConnectorCallView>>(Tenant, async db =>
            await db.Set<ConnectorCall>().Where(call => call.ConnectorId == connectorId).OrderByDescending(call => call.At).Take(Math.Clamp(take, 1, CallLog.Kept))
                .Select(call => new ConnectorCallView(call.At, call.Capability, call.Outcome, call.Code, call.Milliseconds, call.Requests, call.Detail))
                .ToListAsync(cancellationToken));

    private async Task<Outcome<Done>> ChangeAsync(
        string connector, string actor, string action, Action<ConnectorAccount, DateTimeOffset> change, CancellationToken cancellationToken, string? details = null)
    {
        await accounts.ChangeAsync(
            Tenant,
            connector,
            (db, account) =>
            {
                change(account, accounts.Now);
                db.Audit(actor, action, connector, details);
            },
            cancellationToken);
        return new Done();
    }

    private async Task<ILookup<Id<ConnectorAccount>, string>> KeptAsync(CancellationToken cancellationToken) =>
        (await accounts.InAsync(Tenant, db => db.Set<ConnectorSecret>().Select(secret => new { secret.AccountId, secret.Name }).ToListAsync(cancellationToken)))
            .ToLookup(secret => secret.AccountId, secret => secret.Name);
}
