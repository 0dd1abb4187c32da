using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Support;

/// <summary>Welcomes a merchant whose store has just been made.</summary>
internal sealed class WelcomeMerchant(ShopDb db, IMail mail, ITenants tenants) : IHandle<TenantProvisioned>
{
    public async Task HandleAsync(TenantProvisioned @event, CancellationToken cancellationToken)
    {
        var tenant = await tenants.CurrentAsync(cancellationToken);
        if (tenant.ContactEmail is not { Length: > 0 } to)
            return;
        var values = new Dictionary<string, string> { ["url"] = new Uri(tenant.AdminUrl, "/").ToString() };
        await mail.QueueAsync("welcome", to, "welcome", tenant.Language, values, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
