using System.Collections.Concurrent;
using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Renews an account's grant before it ends: once, however many calls notice it at the same time.</summary>
internal sealed class AccountRefresh(AccountCalls calls, AccountStore accounts, TimeProvider time)
{
    /// <summary>A grant that ends within this time is renewed before the next call.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(TenantId, string), SemaphoreSlim> _flights = new();

    public bool Due(ConnectorAccount account) => account.AccessUntil is { } until && until - time.GetUtcNow() < Margin;

    public bool StillGood(ConnectorAccount account) => account.AccessUntil > time.GetUtcNow();

    /// <summary>Renews unless somebody else just did.</summary>
    /// <param name="seen">The account as the caller read it: when the stored one is newer, nothing is left to do.</param>
    /// <returns>The account as it is afterwards, or the fault that stands in the way.</returns>
    public async Task<Answer<Admitted>> RunAsync(TenantId tenant, Admitted seen, CancellationToken cancellationToken)
    {
        string connector = seen.Account.ConnectorId;
        SemaphoreSlim flight = _flights.GetOrAdd((tenant, connector), _ => new SemaphoreSlim(1));
        await flight.WaitAsync(cancellationToken);
        try
        {
            ConnectorAccount? stored = await accounts.FindAsync(tenant, connector, cancellationToken);
            if (stored is not null && stored.State == AccountState.Connected && stored.AccessUntil != seen.Account.AccessUntil && !Due(stored))
                return seen with { Account = stored };
            Answer<IConnectAccount.Account> renewed = await calls.InvokeAsync<IConnectAccount.Account>(
                tenant, seen, typeof(IConnectAccount), nameof(IConnectAccount.RefreshAsync), [], cancellationToken);
            if (!renewed.Failed(out Fault? fault, out IConnectAccount.Account? account))
                return seen with { Account = await accounts.ChangeAsync(tenant, connector, (_, row) => row.Connect(account.Name, account.AccessUntil, account.RefreshUntil), cancellationToken) };
            if (fault.Kind == FaultKind.Unauthorised)
                await LostAsync(tenant, connector, fault, cancellationToken);
            return fault;
        }
        finally
        {
            flight.Release();
        }
    }

    public Task LostAsync(TenantId tenant, string connector, Fault fault, CancellationToken cancellationToken) =>
        accounts.ChangeAsync(
            tenant,
            connector,
            (db, account) =>
            {
                if (account.State == AccountState.NeedsAttention)
                    return;
                account.NeedAttention(fault.Message);
                db.Publish(new ConnectorAccountLost(connector, fault.Message, time.GetUtcNow()));
            },
            cancellationToken);
}
