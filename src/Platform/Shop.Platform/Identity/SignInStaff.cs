using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Identity;

public sealed record Credentials(string? Email, string? Password);

/// <summary>
/// Signs a member in with e-mail and password on the admin host. Ten wrong passwords close the account for 15 minutes. Unknown account, wrong
/// password and closed account give the same answer after the same work, so that it tells nothing about who has an account.
/// </summary>
public sealed class SignInStaff(ShopDb db, TimeProvider time, PasswordCheck passwords)
{
    internal const int Tries = 10;
    internal static readonly TimeSpan Closed = TimeSpan.FromMinutes(15);

    /// <summary>The one answer to whatever was wrong.</summary>
    public static Problem Refused { get; } = Problem.Invalid(
        "sign-in.refused", "E-mail address or password is wrong. After ten wrong tries an account is closed for 15 minutes.");

    public async Task<Outcome<Done>> RunAsync(HttpContext context, Credentials credentials, CancellationToken cancellationToken)
    {
        if (await CheckAsync(credentials, cancellationToken) is not { } account)
            return Refused;
        var stores = await db.AcrossTenants<Membership>().Where(m => m.AccountId == account.Id).OrderBy(m => m.Since).ToListAsync(cancellationToken);
        if (stores.Count == 0 && !account.IsOperator)
            return Refused;
        await context.SignInAsync(StaffClaims.Scheme, StaffClaims.ForCookie(account, stores.FirstOrDefault()?.TenantId));
        return new Done();
    }

    /// <summary>The account, when the password is right and the account is open; counts wrong tries.</summary>
    internal async Task<StaffAccount?> CheckAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        var name = PasswordCheck.Name(credentials.Email);
        var account = await db.Set<StaffAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == name, cancellationToken);
        var right = passwords.Right(account, credentials.Password ?? "");
        var now = time.GetUtcNow();
        if (account is null || account.LockoutEnd > now)
            return null;
        await CountAsync(account.Id, right, now, cancellationToken);
        return right ? account : null;
    }

    // Counted in the database, not on a loaded row: parallel tries must not overwrite each other's count.
    private async Task CountAsync(Guid id, bool right, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = db.Set<StaffAccount>().Where(a => a.Id == id);
        if (right)
        {
            await row.Where(a => a.AccessFailedCount > 0).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), cancellationToken);
            return;
        }
        DateTimeOffset? until = now + Closed;
        await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), cancellationToken);
        await row.Where(a => a.AccessFailedCount >= Tries).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, until), cancellationToken);
    }
}
