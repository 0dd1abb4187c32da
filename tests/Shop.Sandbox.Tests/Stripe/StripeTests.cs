using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shop.Sandbox.Tests.Support;
using Stripe;
using Stripe.Checkout;

namespace Shop.Sandbox.Tests.Stripe;

public sealed class StripeTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<Event> received = new();
    private RunningSandbox sandbox = null!;
    private StripeClient stripe = null!;
    private WebApplication receiver = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        stripe = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_sandbox", ApiBase = sandbox.Address + "/stripe", HttpClient = new SystemNetHttpClient(maxNetworkRetries: 0) });
        await ListenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Session_is_paid_on_the_page_announced_by_signed_webhooks_and_refunded()
    {
        var session = await CreateAsync();
        Assert.Equal(5297, session.AmountTotal);
        using var paid = await PayAsync(session, "4242 4242 4242 4242");
        Assert.Equal($"https://store.example/done?session={session.Id}", paid.Headers.Location!.ToString());
        var done = await new SessionService(stripe).GetAsync(session.Id, new SessionGetOptions { Expand = ["payment_intent.latest_charge.balance_transaction", "line_items"] });
        Assert.Equal(("complete", "paid"), (done.Status, done.PaymentStatus));
        Assert.Equal("order-7", done.PaymentIntent.Metadata["order"]);
        Assert.Equal(2, done.LineItems.Data.Count);
        Assert.Equal(184, done.PaymentIntent.LatestCharge.BalanceTransaction.Fee);
        var completed = await EventAsync("checkout.session.completed");
        Assert.Equal(session.Id, ((Session)completed.Data.Object).Id);

        var refunds = new RefundService(stripe);
        await refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = done.PaymentIntentId, Amount = 1000 });
        var refusal = await Assert.ThrowsAsync<StripeException>(() => refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = done.PaymentIntentId, Amount = 4298 }));
        Assert.Contains("greater than unrefunded amount", refusal.Message);
        var rest = await refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = done.PaymentIntentId });
        Assert.Equal(4297, rest.Amount);
        Assert.Equal("succeeded", rest.Status);
        Assert.True(((Charge)(await EventAsync("charge.refunded")).Data.Object).AmountRefunded > 0);
    }

    [Theory]
    [InlineData("4000 0000 0000 0002", "Your card was declined.")]
    [InlineData("4000 0000 0000 9995", "insufficient funds")]
    [InlineData("4242 4242 4242 4241", "card number is incorrect")]
    public async Task Declined_card_is_told_on_the_page_and_the_session_stays_open(string number, string message)
    {
        var session = await CreateAsync();
        using var page = await PayAsync(session, number);
        Assert.Equal(200, (int)page.StatusCode);
        Assert.Contains(message, System.Net.WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()));
        Assert.Equal("open", (await new SessionService(stripe).GetAsync(session.Id)).Status);
        using var second = await PayAsync(session, "4242424242424242");
        Assert.Equal(302, (int)second.StatusCode);
    }

    [Fact]
    public async Task Bank_step_decides_over_the_payment()
    {
        var session = await CreateAsync();
        using var asked = await PayAsync(session, "4000000000003220");
        var bank = asked.Headers.Location!.ToString();
        Assert.EndsWith("/authenticate", bank);
        using var failed = await sandbox.Http.PostAsync(bank, Form(("decision", "fail")));
        Assert.Equal(200, (int)failed.StatusCode);
        using var again = await PayAsync(session, "4000000000003220");
        using var approved = await sandbox.Http.PostAsync(again.Headers.Location!.ToString(), Form(("decision", "approve")));
        Assert.StartsWith("https://store.example/done", approved.Headers.Location!.ToString());
        Assert.Equal("paid", (await new SessionService(stripe).GetAsync(session.Id)).PaymentStatus);
    }

    [Fact]
    public async Task Manual_capture_holds_then_takes_the_amount()
    {
        var session = await CreateAsync("manual");
        using var paid = await PayAsync(session, "4242424242424242");
        var held = await new SessionService(stripe).GetAsync(session.Id, new SessionGetOptions { Expand = ["payment_intent"] });
        Assert.Equal(("requires_capture", "unpaid"), (held.PaymentIntent.Status, held.PaymentStatus));
        var captured = await new PaymentIntentService(stripe).CaptureAsync(held.PaymentIntentId, new PaymentIntentCaptureOptions { AmountToCapture = 5000 });
        Assert.Equal(("succeeded", 5000L), (captured.Status, captured.AmountReceived));
    }

    [Fact]
    public async Task Idempotency_key_repeats_the_answer_refuses_other_parameters_and_is_forgotten_after_a_day()
    {
        var intents = new PaymentIntentService(stripe);
        var key = new RequestOptions { IdempotencyKey = "key-1" };
        var first = await intents.CreateAsync(Intent(1500), key);
        Assert.Equal(first.Id, (await intents.CreateAsync(Intent(1500), key)).Id);
        var other = await Assert.ThrowsAsync<StripeException>(() => intents.CreateAsync(Intent(1600), key));
        Assert.Equal("idempotency_error", other.StripeError.Type);
        await sandbox.ControlAsync(HttpMethod.Post, "/clock/advance?hours=25");
        Assert.NotEqual(first.Id, (await intents.CreateAsync(Intent(1500), key)).Id);
    }

    [Fact]
    public async Task Error_after_the_work_is_kept_under_its_key_and_the_work_is_done_once()
    {
        await sandbox.FaultAsync("stripe", "payment_intents", "error500AfterPlacing");
        var intents = new PaymentIntentService(stripe);
        var key = new RequestOptions { IdempotencyKey = "key-2" };
        await Assert.ThrowsAsync<StripeException>(() => intents.CreateAsync(Intent(1500), key));
        await Assert.ThrowsAsync<StripeException>(() => intents.CreateAsync(Intent(1500), key));
        Assert.Single((await intents.ListAsync()).Data);
    }

    [Fact]
    public async Task Declined_confirmation_by_api_is_a_card_error()
    {
        var options = Intent(1500);
        options.PaymentMethod = "pm_card_chargeDeclined";
        options.Confirm = true;
        var error = await Assert.ThrowsAsync<StripeException>(() => new PaymentIntentService(stripe).CreateAsync(options));
        Assert.Equal(("card_error", "card_declined"), (error.StripeError.Type, error.StripeError.Code));
        Assert.Equal("requires_payment_method", error.StripeError.PaymentIntent.Status);
    }

    [Fact]
    public async Task State_survives_a_restart_and_undelivered_webhooks_are_sent_again()
    {
        await sandbox.FaultAsync("stripe", "checkout.session.completed", "webhookDelay", 1, new { delayMs = 60_000 });
        var session = await CreateAsync();
        using var paid = await PayAsync(session, "4242424242424242");
        await sandbox.RestartAsync();
        stripe = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_sandbox", ApiBase = sandbox.Address + "/stripe" });
        Assert.Equal("paid", (await new SessionService(stripe).GetAsync(session.Id)).PaymentStatus);
        Assert.Equal(session.Id, ((Session)(await EventAsync("checkout.session.completed")).Data.Object).Id);
    }

    [Fact]
    public async Task Duplicated_webhook_has_the_same_event_id()
    {
        await sandbox.FaultAsync("stripe", "checkout.session.completed", "webhookDuplicate");
        using var paid = await PayAsync(await CreateAsync(), "4242424242424242");
        await EventAsync("checkout.session.completed", count: 2);
        Assert.Single(received.Where(e => e.Type == "checkout.session.completed").Select(e => e.Id).Distinct());
    }

    private static PaymentIntentCreateOptions Intent(long amount) => new() { Amount = amount, Currency = "cad" };

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private Task<Session> CreateAsync(string? capture = null) => new SessionService(stripe).CreateAsync(new SessionCreateOptions
    {
        Mode = "payment",
        ClientReferenceId = "order-7",
        CustomerEmail = "shopper@example.com",
        Locale = "en",
        SuccessUrl = "https://store.example/done?session={CHECKOUT_SESSION_ID}",
        CancelUrl = "https://store.example/cart",
        Metadata = new Dictionary<string, string> { ["order"] = "order-7" },
        PaymentIntentData = new SessionPaymentIntentDataOptions { CaptureMethod = capture, Metadata = new Dictionary<string, string> { ["order"] = "order-7" } },
        LineItems = [Line("Yoga mat", 1999, 2), Line("HST", 599, 1)],
        ShippingOptions = [new SessionShippingOptionOptions { ShippingRateData = new SessionShippingOptionShippingRateDataOptions { DisplayName = "Standard", Type = "fixed_amount", FixedAmount = new SessionShippingOptionShippingRateDataFixedAmountOptions { Amount = 700, Currency = "cad" } } }],
    });

    private static SessionLineItemOptions Line(string name, long amount, long quantity) => new()
    {
        Quantity = quantity,
        PriceData = new SessionLineItemPriceDataOptions { Currency = "cad", UnitAmount = amount, ProductData = new SessionLineItemPriceDataProductDataOptions { Name = name } },
    };

    private Task<HttpResponseMessage> PayAsync(Session session, string number) => sandbox.Http.PostAsync(
        $"/stripe/pay/{session.Id}", Form(("email", "shopper@example.com"), ("number", number), ("expiry", "12 / 34"), ("cvc", "123"), ("name", "Ada Tremblay")));

    private async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        receiver = builder.Build();
        var secret = "";
        receiver.MapPost("/hook", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            received.Enqueue(EventUtility.ConstructEvent(await reader.ReadToEndAsync(), request.Headers["Stripe-Signature"], secret));
        });
        await receiver.StartAsync();
        var endpoint = await new WebhookEndpointService(stripe).CreateAsync(new WebhookEndpointCreateOptions { Url = receiver.Urls.First() + "/hook", EnabledEvents = ["*"] });
        secret = endpoint.Secret;
    }

    private async Task<Event> EventAsync(string type, int count = 1)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var matching = received.Where(e => e.Type == type).ToList();
            if (matching.Count >= count) return matching[0];
            await Task.Delay(100);
        }

        throw new TimeoutException($"{type} did not arrive; arrived: {string.Join(", ", received.Select(e => e.Type))}");
    }
}
