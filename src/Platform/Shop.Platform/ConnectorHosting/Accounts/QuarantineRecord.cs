using Shop.Platform.ConnectorHosting.Workers;
using Shop.Platform.Kernel;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Writes a quarantine that began in this process to the account's row and tells the merchant.</summary>
internal sealed class QuarantineRecord(Quarantine quarantine, AccountStore accounts, TimeProvider time)
{
    public async Task RecordAsync(TenantId tenant, string connector, CancellationToken cancellationToken)
    {
        if (quarantine.Reason(connector, tenant.ToString()) is not { } reason)
            return;
        await accounts.ChangeAsync(
            tenant,
            connector,
            (db, account) =>
            {
                if (account.QuarantineReason is not null)
                    return;
                account.Quarantine(reason, time.GetUtcNow());
                db.Publish(new ConnectorQuarantined(connector, reason, time.GetUtcNow()));
            },
            cancellationToken);
    }
}
