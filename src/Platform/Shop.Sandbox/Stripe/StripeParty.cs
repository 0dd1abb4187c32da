using System.Text.Json.Nodes;

namespace Shop.Sandbox.Stripe;

/// <summary>Stripe: API below <c>/stripe/v1</c>, payment page below <c>/stripe/pay</c>.</summary>
public static class StripeParty
{
    public static IServiceCollection AddStripe(this IServiceCollection services)
    {
        services.AddHttpClient("stripe-webhooks", client => client.Timeout = TimeSpan.FromSeconds(20))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { ConnectCallback = LocalhostNames.ConnectAsync });
        return services
            .AddSingleton<StripeStore>()
            .AddSingleton<IdempotencyKeys>()
            .AddSingleton<WebhookQueue>()
            .AddSingleton<StripeEvents>()
            .AddSingleton<StripeDoor>()
            .AddSingleton<Balance>()
            .AddSingleton<Disputes>()
            .AddSingleton<Cards>()
            .AddSingleton<Intents>()
            .AddSingleton<Refunds>()
            .AddSingleton<Sessions>()
            .AddSingleton<SessionPayment>()
            .AddSingleton<Customers>()
            .AddSingleton<WebhookEndpoints>()
            .AddSingleton<PayPages>()
            .AddHostedService<WebhookSender>();
    }

    public static void MapStripe(this IEndpointRouteBuilder routes)
    {
        var api = new StripeRoutes(routes.MapGroup("/stripe/v1"));
        MapPayments(api);
        MapRest(api);
        MapPages(routes);
    }

    private static void MapPayments(StripeRoutes api)
    {
        api.Post<Sessions>("/checkout/sessions", (sessions, call, _) => sessions.Create(call));
        api.List("/checkout/sessions", "checkout.session");
        api.Get<Sessions>("/checkout/sessions/{id}", (sessions, _, id) => sessions.Get(id));
        api.Post<Sessions>("/checkout/sessions/{id}/expire", (sessions, call, id) => sessions.Expire(id, call));
        api.Get<StripeStore>("/checkout/sessions/{id}/line_items", (store, _, id) => SessionLines.List(store, id));
        api.Post<Intents>("/payment_intents", (intents, call, _) => intents.Create(call));
        api.List("/payment_intents", "payment_intent");
        api.Get<Intents>("/payment_intents/{id}", (intents, _, id) => intents.Get(id));
        api.Post<Intents>("/payment_intents/{id}", (intents, call, id) => intents.Update(id, call));
        api.Post<Intents>("/payment_intents/{id}/confirm", (intents, call, id) => intents.Confirm(id, call));
        api.Post<Intents>("/payment_intents/{id}/capture", (intents, call, id) => intents.Capture(id, call));
        api.Post<Intents>("/payment_intents/{id}/cancel", (intents, call, id) => intents.Cancel(id, call));
        api.Post<Refunds>("/refunds", (refunds, call, _) => refunds.Create(call));
        api.Post<Refunds>("/refunds/{id}", (refunds, call, id) => refunds.Update(id, call));
        api.ListAndGet("/refunds", "refund");
        api.ListAndGet("/charges", "charge");
        api.ListAndGet("/balance_transactions", "balance_transaction");
        api.Get<Balance>("/balance", (balance, _, _) => balance.Now());
    }

    private static void MapRest(StripeRoutes api)
    {
        api.ListAndGet("/events", "event");
        api.ListAndGet("/disputes", "dispute");
        api.ListAndGet("/payment_methods", "payment_method");
        api.ListAndGet("/products", "product");
        api.ListAndGet("/prices", "price");
        api.ListAndGet("/customers", "customer");
        api.Post<Disputes>("/disputes/{id}/close", (disputes, call, id) => disputes.Close(id, won: false, call));
        api.Post<Customers>("/customers", (customers, call, _) => customers.Create(call));
        api.Post<Customers>("/customers/{id}", (customers, call, id) => customers.Update(id, call));
        api.Delete<Customers>("/customers/{id}", (customers, call, id) => customers.Delete(id, call));
        api.Post<WebhookEndpoints>("/webhook_endpoints", (endpoints, call, _) => endpoints.Create(call));
        api.Get<WebhookEndpoints>("/webhook_endpoints", (endpoints, call, _) => endpoints.List(call));
        api.Get<WebhookEndpoints>("/webhook_endpoints/{id}", (endpoints, _, id) => endpoints.Get(id));
        api.Post<WebhookEndpoints>("/webhook_endpoints/{id}", (endpoints, call, id) => endpoints.Update(id, call));
        api.Delete<WebhookEndpoints>("/webhook_endpoints/{id}", (endpoints, _, id) => endpoints.Delete(id));
        api.Get<StripeStore>("/account", (_, _, _) => new JsonObject
        {
            ["id"] = "acct_1Sandbox0000000",
            ["object"] = "account",
            ["country"] = "CA",
            ["default_currency"] = "cad",
            ["charges_enabled"] = true,
            ["payouts_enabled"] = true,
            ["details_submitted"] = true,
            ["type"] = "standard",
            ["email"] = "merchant@example.com",
        });
    }

    private static void MapPages(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stripe/pay/{id}", (string id, HttpRequest request, PayPages pages) => pages.Show(id, request, null, null));
        routes.MapPost("/stripe/pay/{id}", (string id, HttpRequest request, PayPages pages, CancellationToken cancel) => pages.PayAsync(id, request, cancel)).DisableAntiforgery();
        routes.MapGet("/stripe/pay/{id}/authenticate", (string id, PayPages pages) => pages.Authenticate(id));
        routes.MapPost("/stripe/pay/{id}/authenticate", (string id, HttpRequest request, PayPages pages, CancellationToken cancel) => pages.DecideAsync(id, request, cancel)).DisableAntiforgery();
        routes.MapGet("/stripe/authenticate/{id}", (string id, PayPages pages) => pages.AuthenticateIntent(id));
        routes.MapPost("/stripe/authenticate/{id}", (string id, HttpRequest request, PayPages pages, CancellationToken cancel) => pages.DecideIntentAsync(id, request, cancel)).DisableAntiforgery();
    }
}
