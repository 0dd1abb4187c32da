using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows;

namespace Shop.Platform.Support;

/// <summary>Tells the merchant that a workflow waits for a decision.</summary>
internal sealed class MerchantMails(ShopDb db, IMail mail, ITenants tenants) : IHandle<HumanTaskOpened>
{
    public async Task HandleAsync(HumanTaskOpened @event, CancellationToken cancellationToken)
    {
        var tenant = await tenants.CurrentAsync(cancellationToken);
        if (tenant.ContactEmail is not { Length: > 0 } to)
            return;
        var values = new Dictionary<string, string> { ["title"] = @event.Title, ["url"] = new Uri(tenant.AdminUrl, "/").ToString() };
        await mail.QueueAsync($"human-task:{@event.Task}", to, "human-task-waiting", tenant.Language, values, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
