using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.ConnectorHosting.Protocol;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Sends the merchant to the supplier's page and takes the answer.</summary>
internal sealed class ConnectAccount(AccountGate gate, AccountCalls calls, AccountStore accounts, EndpointMap endpoints, IIdSource ids, TimeProvider time)
{
    private static readonly TimeSpan StateLives = TimeSpan.FromMinutes(15);

    public async Task<Outcome<Uri>> BeginAsync(TenantId tenant, string connector, Uri adminRoot, CancellationToken cancellationToken)
    {
        if ((await AdmitAsync(tenant, connector, cancellationToken)).Failed(out Fault? refused, out Admitted? admitted))
            return refused.ToProblem();
        string state = ids.Token();
        string redirect = new Uri(adminRoot, $"/api/admin/connectors/{connector}/callback").AbsoluteUri;
        Answer<HttpCall> answer = await calls.InvokeAsync<HttpCall>(
            tenant, admitted, typeof(IConnectAccount), nameof(IConnectAccount.AuthorizeAddress), [redirect, state], cancellationToken);
        if (answer.Failed(out Fault? fault, out HttpCall? page))
            return fault.ToProblem();
        // The address goes into a browser: a secret in it would be a secret told. With no secrets to fill in, a template is an error.
        if (endpoints.Find(admitted.Package, page.Endpoint) is not { } endpoint
            || RequestFactory.Prepare(page with { Headers = new Dictionary<string, string>() }, endpoint, new Dictionary<string, string>())
                .Failed(out _, out PreparedRequest? request))
            return Problem.Unavailable("connector.address", "The connector named a page that it may not name.");
        await accounts.ChangeAsync(tenant, connector, (_, account) => account.AwaitReturn(state, redirect, time.GetUtcNow() + StateLives), cancellationToken);
        return request.Address;
    }

    public async Task<Outcome<Done>> CompleteAsync(
        TenantId tenant, string connector, string code, string state, string actor, CancellationToken cancellationToken)
    {
        if ((await AdmitAsync(tenant, connector, cancellationToken)).Failed(out Fault? refused, out Admitted? admitted))
            return refused.ToProblem();
        bool expected = false;
        await accounts.ChangeAsync(tenant, connector, (_, account) => expected = account.TakeReturn(state, time.GetUtcNow()), cancellationToken);
        if (!expected)
            return Problem.Invalid("connector.state", "This answer of the supplier does not belong to a connection that was begun here within the last 15 minutes. Start again.");
        Answer<IConnectAccount.Account> answer = await calls.InvokeAsync<IConnectAccount.Account>(
            tenant, admitted, typeof(IConnectAccount), nameof(IConnectAccount.ConnectAsync), [code], cancellationToken);
        if (answer.Failed(out Fault? fault, out IConnectAccount.Account? account))
            return fault.ToProblem();
        await accounts.ChangeAsync(
            tenant,
            connector,
            (db, row) =>
            {
                row.Connect(account.Name, account.AccessUntil, account.RefreshUntil);
                db.Audit(actor, "connector.connected", connector);
            },
            cancellationToken);
        return new Done();
    }

    private Task<Answer<Admitted>> AdmitAsync(TenantId tenant, string connector, CancellationToken cancellationToken) =>
        gate.AdmitAsync(tenant, connector, CapabilityTable.ManifestName(typeof(IConnectAccount)), connecting: true, cancellationToken);
}
