using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>
/// Accounts, read and written in scopes of their own: connector calls run beside the caller's database context and must neither share it nor
/// wait for its transaction.
/// </summary>
internal sealed class AccountStore(IServiceProvider services, IIdSource ids, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<T> InAsync<T>(TenantId tenant, Func<ShopDb, Task<T>> work)
    {
        await using AsyncServiceScope scope = services.CreateTenantScope(tenant);
        return await work(scope.ServiceProvider.GetRequiredService<ShopDb>());
    }

    public Task<ConnectorAccount?> FindAsync(TenantId tenant, string connector, CancellationToken cancellationToken) =>
        InAsync(tenant, db => db.Set<ConnectorAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.ConnectorId == connector, cancellationToken));

    public Task<List<ConnectorAccount>> AllAsync(TenantId tenant, CancellationToken cancellationToken) =>
        InAsync(tenant, db => db.Set<ConnectorAccount>().AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>Changes the tenant's account at a connector, which is created when there is none.</summary>
    public Task<ConnectorAccount> ChangeAsync(
        TenantId tenant, string connector, Func<ShopDb, ConnectorAccount, Task> change, CancellationToken cancellationToken) =>
        InAsync(tenant, async db =>
        {
            ConnectorAccount? account = await db.Set<ConnectorAccount>().SingleOrDefaultAsync(a => a.ConnectorId == connector, cancellationToken);
            if (account is null)
            {
                account = new ConnectorAccount { Id = ids.New<ConnectorAccount>(), ConnectorId = connector, CreatedAt = time.GetUtcNow() };
                db.Add(account);
            }

            await change(db, account);
            await db.SaveChangesAsync(cancellationToken);
            return account;
        });

    public Task<ConnectorAccount> ChangeAsync(TenantId tenant, string connector, Action<ShopDb, ConnectorAccount> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            tenant,
            connector,
            (db, account) =>
            {
                change(db, account);
                return Task.CompletedTask;
            },
            cancellationToken);

    public async Task PublishAsync(TenantId tenant, Kernel.Outbox.IEvent happened, CancellationToken cancellationToken) =>
        await InAsync(tenant, db =>
        {
            db.Publish(happened);
            return db.SaveChangesAsync(cancellationToken);
        });
}
