using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Payments;

/// <summary>The signing secrets that count for the tenant: configured ones and that of its registered endpoint.</summary>
internal sealed class WebhookSecrets(ShopDb db, IDataProtectionProvider protection, ITenantAccessor tenant, IOptions<StripeOptions> options)
{
    public bool AreConfigured => options.Value.WebhookSecrets.Count > 0;

    public async Task<IReadOnlyList<string>> ActiveAsync(CancellationToken cancellationToken)
    {
        var registered = await db.Set<StripeEndpoint>().AsNoTracking().Select(e => e.Secret).ToListAsync(cancellationToken);
        return [.. options.Value.WebhookSecrets, .. registered.Select(Protector().Unprotect)];
    }

    public string Protect(string secret) => Protector().Protect(secret);

    private IDataProtector Protector() => protection.CreateProtector("Shop.Payments.WebhookSecret", tenant.Required.ToString());
}
