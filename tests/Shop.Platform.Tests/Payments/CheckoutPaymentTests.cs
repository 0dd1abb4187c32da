using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;
using Shop.Platform.Tenancy;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Tests.Ordering;

namespace Shop.Platform.Tests.Payments;

public sealed class CheckoutPaymentTests
{
    private const string Create = "POST /v1/checkout/sessions";

    [Theory, EveryDatabase]
    public async Task Money_is_the_same_on_the_order_at_Stripe_and_in_the_books(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, intent) = await till.PaidOrderAsync();
        var (read, money) = (await till.ReadAsync(order), await till.MoneyAsync(order));
        Assert.Equal(OrderStatus.Pending, read.Status);
        Assert.Equal(order.Total.ToMinor(), (long)till.Stripe.Intents[intent]["amount"]!);
        Assert.Equal((order.Total, Money.Cad(14.98m), Money.Cad(3.63m)), (money.Captured, money.Tax, money.Fees));
        Assert.Equal(
            [("fees", 3.63m), ("sales", -100m), ("stripe-balance", -3.63m), ("stripe-balance", 114.98m), ("tax-payable:GST", -5m), ("tax-payable:QST", -9.98m)],
            money.Ledger.Select(l => (l.Account, l.Amount.Amount)).Order());
        Assert.Equal([$"paid {order.OrderId}"], till.Heard);
        Assert.Empty(await till.RowsAsync<CartLine>());
    }

    [Theory, EveryDatabase]
    public async Task The_same_order_has_one_session_however_often_and_however_many_at_once(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var order = (await till.PlaceAsync(await till.CartAsync((till.Shelf.Put("Lamp", 100m), 1)))).Value();
        var urls = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => till.DoAsync((PayOrder p) => p.StartAsync(order.Token, default)))));
        Assert.Single(urls.Select(u => u.Value()).Distinct());
        Assert.Single(till.Stripe.Sessions);
        Assert.Single(await till.RowsAsync<PaymentAttempt>());
    }

    [Theory, EveryDatabase]
    public async Task A_lost_answer_is_asked_for_again_under_the_same_key(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var order = (await till.PlaceAsync(await till.CartAsync((till.Shelf.Put("Lamp", 100m), 1)))).Value();
        till.Stripe.FailAfter = call => call == Create && till.Stripe.Calls.Count(c => c == Create) <= 1;
        till.Stripe.FailBefore = call => call == Create && till.Stripe.Calls.Count(c => c == Create) is 2 or 3 or 4;
        Assert.Equal(ProblemKind.Unavailable, (await till.DoAsync((PayOrder p) => p.StartAsync(order.Token, default))).Problem().Kind);
        till.Stripe.FailAfter = till.Stripe.FailBefore = _ => false;
        Assert.Contains("cs_", (await till.DoAsync((PayOrder p) => p.StartAsync(order.Token, default))).Value().ToString());
        Assert.Single(till.Stripe.Sessions);
    }

    [Theory, EveryDatabase]
    public async Task A_lost_webhook_is_made_up_for_by_the_return_page(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, session) = await till.OrderAsync();
        till.Stripe.Pay(session);
        till.Host.Time.Advance(TimeSpan.FromSeconds(5));
        await till.DoAsync((IPayments p) => p.ConfirmAsync(order.OrderId.Value, default));
        await till.Host.DeliverAsync();
        Assert.Equal(OrderStatus.Pending, (await till.ReadAsync(order)).Status);
        // The webhook arrives after all.
        await till.HearAsync("checkout.session.completed", till.Stripe.Sessions[session]);
        await till.Host.DeliverAsync();
        Assert.Equal(order.Total, (await till.MoneyAsync(order)).Captured);
        Assert.Single(till.Heard);
    }

    [Theory, EveryDatabase]
    public async Task A_lost_webhook_is_made_up_for_by_reconciliation(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, session) = await till.OrderAsync();
        till.Stripe.Pay(session);
        await till.DoAsync((ReconcilePayments r) => r.SweepAsync(default));
        Assert.Equal(OrderStatus.AwaitingPayment, (await till.ReadAsync(order)).Status);
        till.Host.Time.Advance(ReconcilePayments.Patience);
        await till.DoAsync((ReconcilePayments r) => r.SweepAsync(default));
        await till.Host.DeliverAsync();
        Assert.Equal(OrderStatus.Pending, (await till.ReadAsync(order)).Status);
    }

    [Theory, EveryDatabase]
    public async Task An_intent_whose_session_was_never_heard_of_is_looked_up_not_repeated(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var order = (await till.PlaceAsync(await till.CartAsync((till.Shelf.Put("Lamp", 100m), 1)))).Value();
        till.Stripe.FailAfter = call => call == Create;
        await till.DoAsync((PayOrder p) => p.StartAsync(order.Token, default));
        till.Stripe.FailAfter = _ => false;
        till.Stripe.Pay(till.Stripe.Sessions.Keys.Single());
        var creations = till.Stripe.Calls.Count(c => c == Create);
        till.Host.Time.Advance(TimeSpan.FromHours(25));
        await till.DoAsync((ReconcilePayments r) => r.SweepAsync(default));
        await till.Host.DeliverAsync();
        Assert.Equal(OrderStatus.Pending, (await till.ReadAsync(order)).Status);
        Assert.Equal(creations, till.Stripe.Calls.Count(c => c == Create));
    }

    [Theory, EveryDatabase]
    public async Task An_expired_page_ends_the_order_and_keeps_the_cart(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, session) = await till.OrderAsync();
        await till.HearAsync("checkout.session.expired", till.Stripe.Sessions[session]);
        await till.Host.DeliverAsync();
        Assert.Equal(OrderStatus.Cancelled, (await till.ReadAsync(order)).Status);
        Assert.Single(await till.RowsAsync<CartLine>());
    }

    [Theory, EveryDatabase]
    public async Task A_declined_card_is_told_and_the_page_stays_open(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, session) = await till.OrderAsync();
        var intent = new System.Text.Json.Nodes.JsonObject
        {
            ["id"] = "pi_x",
            ["object"] = "payment_intent",
            ["metadata"] = till.Stripe.Sessions[session]["metadata"]!.DeepClone(),
            ["last_payment_error"] = new System.Text.Json.Nodes.JsonObject { ["message"] = "Your card was declined." },
        };
        await till.HearAsync("payment_intent.payment_failed", intent);
        await till.Host.DeliverAsync();
        Assert.Equal((OrderStatus.AwaitingPayment, "Your card was declined."), ((await till.ReadAsync(order)).Status, (await till.ReadAsync(order)).PaymentProblem));
        Assert.Contains(session, (await till.DoAsync((PayOrder p) => p.StartAsync(order.Token, default))).Value().ToString());
    }

    [Theory, EveryDatabase]
    public async Task Another_amount_than_the_total_waits_for_a_person(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, session) = await till.OrderAsync();
        till.Stripe.Pay(session, 10000);
        for (var i = 0; i < 2; i++)
        {
            await till.HearAsync("checkout.session.completed", till.Stripe.Sessions[session]);
            await till.Host.DeliverAsync();
        }
        Assert.Equal(OrderStatus.AwaitingPayment, (await till.ReadAsync(order)).Status);
        var issue = (await till.DoAsync((IOrders o) => o.IssuesAsync(default))).Single();
        Assert.Equal("amount-differs", issue.Kind);
        Assert.Empty(till.Heard);
        Assert.Equal(14.98m, (await till.MoneyAsync(order)).Ledger.Single(l => l.Account == "suspense").Amount.Amount);
        await till.DoAsync((IOrders o) => o.ResolveIssueAsync(issue.Id, "anna", default));
        Assert.Equal("anna", (await till.DoAsync((IOrders o) => o.IssuesAsync(default))).Single().ResolvedBy);
    }

    [Theory, EveryDatabase]
    public async Task Money_for_a_cancelled_order_waits_for_a_person_and_can_be_refunded(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, session) = await till.OrderAsync();
        await till.Host.InTenantAsync(async s =>
        {
            await ((IOrders)s.GetService(typeof(IOrders))!).MarkCancelledAsync(order.OrderId, "changed mind", default);
            await ((ShopDb)s.GetService(typeof(ShopDb))!).SaveChangesAsync();
        });
        till.Stripe.Pay(session);
        await till.Host.DeliverAsync();
        Assert.Equal("paid-after-cancel", (await till.DoAsync((IOrders o) => o.IssuesAsync(default))).Single().Kind);
        await till.DoAsync((IPayments p) => p.RefundAsync(order.OrderId.Value, order.Total, "cancelled", "r1", default));
        Assert.Equal(Money.Cad(0m), (await till.MoneyAsync(order)).Tax);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_key_checkout_says_so_and_keeps_the_order(Provider provider)
    {
        await using var host = await SliceHost.StartAsync(provider, (s, c) => s.AddPayments(c).AddSingleton<ITenants>(new Shelf()));
        var payable = new Payable(Guid.NewGuid(), "1001", "a@b.ca", [new("Lamp", Money.Cad(1m), 1)], new("http://x/"), new("http://x/"), "en");
        var answer = await host.InTenantAsync(s => ((IPayments)s.GetService(typeof(IPayments))!).StartCheckoutAsync(payable, default));
        Assert.Equal("stripe.not-set-up", answer.Problem().Code);
    }

    [Theory, EveryDatabase]
    public async Task The_stores_webhook_is_registered_once_and_its_secret_counts(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider, webhookSecret: null);
        var (order, session) = await till.OrderAsync();
        await till.OrderAsync("key-2");
        Assert.Single(till.Stripe.Calls, c => c == "POST /v1/webhook_endpoints");
        var row = (await till.RowsAsync<StripeEndpoint>()).Single();
        Assert.Equal("http://maple.localhost:5080/webhooks/stripe", row.Url);
        Assert.DoesNotContain("whsec", row.Secret);
        till.Stripe.Pay(session);
        Assert.NotNull((await till.HearAsync(StripeWire.Event("evt_a", "checkout.session.completed", till.Stripe.Sessions[session]), Till.Secret)).Problem);
        Assert.Null((await till.HearAsync(StripeWire.Event("evt_a", "checkout.session.completed", till.Stripe.Sessions[session]), "whsec_registered")).Problem);
        await till.Host.DeliverAsync();
        Assert.Equal(OrderStatus.Pending, (await till.ReadAsync(order)).Status);
    }
}
