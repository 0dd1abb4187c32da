using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tenancy;
using Stripe;

namespace Shop.Platform.Payments;

/// <summary>
/// Registers the store's webhook endpoint with Stripe the first time it is needed. A failure does not stop a payment: reconciliation asks Stripe
/// for what no webhook told.
/// </summary>
internal sealed class RegisterWebhook(ShopDb db, StripeGateway stripe, WebhookSecrets secrets, ITenants tenants, IIdSource ids, ILogger<RegisterWebhook> log)
{
    private static readonly List<string> Events =
    [
        "checkout.session.completed", "checkout.session.expired", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed",
        "payment_intent.succeeded", "payment_intent.payment_failed", "refund.created", "refund.updated", "refund.failed",
        "charge.dispute.created", "charge.dispute.closed",
    ];

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (secrets.AreConfigured)
            return;
        var tenant = await tenants.CurrentAsync(cancellationToken);
        var url = tenant.StoreUrl.ToString().TrimEnd('/') + "/webhooks/stripe";
        if (await db.Set<StripeEndpoint>().AnyAsync(e => e.Url == url, cancellationToken))
            return;
        if ((await CreateAsync(tenant.Id, url, cancellationToken)).Failed(out var problem, out var endpoint))
            log.LogWarning("The webhook endpoint {Url} could not be registered: {Problem}", url, problem.Message);
        else
            await StoreAsync(url, endpoint, cancellationToken);
    }

    private async Task<Outcome<WebhookEndpoint>> CreateAsync(TenantId tenant, string url, CancellationToken cancellationToken)
    {
        var options = new WebhookEndpointCreateOptions { Url = url, EnabledEvents = Events, Metadata = new() { [CheckoutSessions.TenantKey] = tenant.ToString() } };
        var once = StripeGateway.Once($"webhook-endpoint:{tenant}:{url}");
        if ((await stripe.CallAsync(client => new WebhookEndpointService(client).CreateAsync(options, once, cancellationToken), cancellationToken)).Failed(out var problem, out var endpoint))
            return problem;
        // Only the first answer carries the secret; without it the endpoint is of no use.
        return endpoint.Secret is null ? Problem.Conflict("webhook.no-secret", "Stripe gave no signing secret.") : endpoint;
    }

    private async Task StoreAsync(string url, WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        var row = new StripeEndpoint
        {
            Id = ids.New<StripeEndpoint>(),
            Url = url,
            EndpointId = endpoint.Id,
            Secret = secrets.Protect(endpoint.Secret),
            CreatedAt = endpoint.Created,
        };
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two first payments at once: Stripe gave both the same endpoint, and the other one stored it.
            db.Entry(row).State = EntityState.Detached;
        }
    }
}
