using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.ConnectorHosting.Accounts;

/// <summary>Encrypts and reads the secrets of accounts. The key's purpose names tenant, account and secret: a row moved elsewhere does not open.</summary>
internal sealed class SecretVault(AccountStore accounts, IDataProtectionProvider protection, IIdSource ids, TimeProvider time)
{
    public Task<IReadOnlyDictionary<string, string>> ReadAsync(TenantId tenant, Id<ConnectorAccount> account, CancellationToken cancellationToken) =>
        accounts.InAsync<IReadOnlyDictionary<string, string>>(tenant, async db =>
            (await db.Set<ConnectorSecret>().AsNoTracking().Where(s => s.AccountId == account).ToListAsync(cancellationToken))
                .ToDictionary(s => s.Name, s => Protector(tenant, account, s.Name).Unprotect(s.Protected), StringComparer.Ordinal));

    public Task KeepAsync(TenantId tenant, Id<ConnectorAccount> account, IReadOnlyDictionary<string, string> secrets, CancellationToken cancellationToken) =>
        accounts.InAsync(tenant, async db =>
        {
            await PutAsync(db, tenant, account, secrets, cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        });

    /// <summary>Adds or replaces within the caller's context; nothing is saved yet.</summary>
    public async Task PutAsync(
        ShopDb db, TenantId tenant, Id<ConnectorAccount> account, IReadOnlyDictionary<string, string> secrets, CancellationToken cancellationToken)
    {
        List<ConnectorSecret> existing = await db.Set<ConnectorSecret>().Where(s => s.AccountId == account).ToListAsync(cancellationToken);
        foreach ((string name, string value) in secrets)
        {
            string encrypted = Protector(tenant, account, name).Protect(value);
            if (existing.Find(s => s.Name == name) is { } secret)
                (secret.Protected, secret.ChangedAt) = (encrypted, time.GetUtcNow());
            else
                db.Add(new ConnectorSecret { Id = ids.New<ConnectorSecret>(), AccountId = account, Name = name, Protected = encrypted, ChangedAt = time.GetUtcNow() });
        }
    }

    private IDataProtector Protector(TenantId tenant, Id<ConnectorAccount> account, string name) =>
        protection.CreateProtector("Shop.ConnectorSecret", tenant.ToString(), account.ToString(), name);
}
