using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Identity;

/// <summary>Stores and people for tests, made by the product's own use cases.</summary>
internal static class Merchants
{
    public const string Password = "correct horse battery";

    public static async Task<SignedUp> OpenStoreAsync(this SiteHost site, string slug, string? email = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<SignUpMerchant>()
            .RunAsync(new($"Store {slug}", slug, email ?? $"owner@{slug}.example", Password, "en", "ON"), CancellationToken.None);
        Assert.Null(outcome.Problem);
        return outcome.Value!;
    }

    /// <summary>Gives the store's first member another role, or none.</summary>
    public static async Task ChangeRoleAsync(this SiteHost site, TenantId tenant, StaffRole? role)
    {
        await using var scope = site.Services.CreateTenantScope(tenant);
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var member = db.Set<Membership>().Single();
        if (role is { } given)
            member.Role = given;
        else
            db.Remove(member);
        await db.SaveChangesAsync();
    }
}
