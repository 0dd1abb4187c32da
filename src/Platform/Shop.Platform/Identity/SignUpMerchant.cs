using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Identity;

/// <param name="Slug">First label of the store's address. Null or empty takes a free one near the name.</param>
public sealed record SignUp(string? StoreName, string? Slug, string? Email, string? Password, string? Language, string? Province);

public sealed record SignedUp(TenantId Tenant, string Slug, Uri StoreUrl, Uri AdminUrl);

/// <summary>
/// Opens a store: tenant, owner and default settings in one transaction, so that it works at once or does not exist. Somebody who already has an
/// account opens a further store with the password of that account.
/// </summary>
public sealed class SignUpMerchant(IServiceProvider services, IIdSource ids, HostNames hosts, TimeProvider time)
{
    public async Task<Outcome<SignedUp>> RunAsync(SignUp request, CancellationToken cancellationToken)
    {
        // A scope of its own: the new store is its tenant, whatever the request's was.
        await using var scope = services.CreateTenantScope(new TenantId(ids.Next()));
        var provision = scope.ServiceProvider.GetRequiredService<ProvisionTenant>();
        var wish = await WishAsync(provision, request, cancellationToken);
        var faults = new Dictionary<string, string>(await provision.CheckAsync(wish, cancellationToken));
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        await CheckAccountAsync(users, wish.ContactEmail, request.Password ?? "", faults);
        if (faults.Count > 0)
            return Invalid(faults);
        try
        {
            return await OpenAsync(scope.ServiceProvider, wish, request.Password!, cancellationToken);
        }
        catch (DbUpdateException) when (cancellationToken.IsCancellationRequested is false)
        {
            // Somebody took the slug or the e-mail address between check and commit: looking again names the field. Anything else is a bug.
            await using var again = services.CreateAsyncScope();
            var taken = await again.ServiceProvider.GetRequiredService<ProvisionTenant>().CheckAsync(wish, cancellationToken);
            if (taken.Count == 0)
                throw;
            return Invalid(new Dictionary<string, string>(taken));
        }
    }

    private async Task<Outcome<SignedUp>> OpenAsync(IServiceProvider scope, NewTenant wish, string password, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<ShopDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var users = scope.GetRequiredService<UserManager<StaffAccount>>();
        var account = await users.FindByEmailAsync(wish.ContactEmail);
        if (account is not null)
        {
            if (await scope.GetRequiredService<SignInStaff>().CheckAsync(new(wish.ContactEmail, password), cancellationToken) is null)
            {
                await transaction.CommitAsync(cancellationToken); // the wrong try counts
                return Invalid(new() { ["password"] = "This e-mail address has an account: enter its password to open a further store." });
            }
        }
        else
        {
            account = new() { Id = ids.Next(), UserName = wish.ContactEmail, Email = wish.ContactEmail, Language = wish.Language, CreatedAt = time.GetUtcNow() };
            var created = await users.CreateAsync(account, password);
            if (!created.Succeeded)
                return Invalid(new() { ["password"] = string.Join(" ", created.Errors.Select(e => e.Description)) });
        }
        scope.GetRequiredService<ProvisionTenant>().Add(wish);
        db.Add(new Membership { AccountId = account.Id, Role = StaffRole.Owner, Since = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SignedUp(scope.GetRequiredService<ITenantAccessor>().Required, wish.Slug, hosts.StoreUrl(wish.Slug), hosts.AdminUrl);
    }

    private static async Task<NewTenant> WishAsync(ProvisionTenant provision, SignUp request, CancellationToken cancellationToken)
    {
        var name = request.StoreName?.Trim() ?? "";
        var slug = request.Slug?.Trim().ToLowerInvariant();
        return new(
            name, string.IsNullOrEmpty(slug) ? await provision.SuggestAsync(name, cancellationToken) : slug, request.Email?.Trim() ?? "",
            request.Language ?? "en", request.Province ?? "");
    }

    private static async Task CheckAccountAsync(UserManager<StaffAccount> users, string email, string password, Dictionary<string, string> faults)
    {
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email || email.Length > 254)
            faults["email"] = "This is not an e-mail address.";
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, new StaffAccount { Email = email }, password);
            if (!result.Succeeded)
                faults["password"] = string.Join(" ", result.Errors.Select(e => e.Description));
        }
    }

    private static Problem Invalid(Dictionary<string, string> faults) =>
        Problem.Invalid("sign-up.invalid", "Some values cannot be used.") with { Fields = faults };
}
