using System.Text.Json.Nodes;
using Shop.Sandbox.Tests.Support;
using Stripe;
using Stripe.Checkout;

namespace Shop.Sandbox.Tests.Stripe;

public sealed class StripeContractTests
{
    [Fact]
    public async Task Requests_answers_and_events_of_a_whole_story_fit_the_published_description()
    {
        var description = await StripeDescription.LoadAsync();
        await using var sandbox = await RunningSandbox.StartAsync();
        await TellStoryAsync(sandbox);
        var records = await sandbox.ControlAsync(HttpMethod.Get, "/records/stripe");
        var problems = new List<string>();
        foreach (var entry in records["stripe-requests"]!.AsArray().Where(e => (int)e!["status"]! == 200))
        {
            problems.AddRange(description.Answer((JsonObject)entry!["answer"]!));
            if ((string)entry["method"]! == "POST") problems.AddRange(description.Request(((string)entry["path"]!)["/stripe".Length..], (string)entry["form"]!));
        }

        var events = records["stripe-objects"]!.AsArray().Select(e => (JsonObject)e!["object"]!).Where(o => (string)o["object"]! == "event").ToList();
        Assert.True(events.Count > 8);
        foreach (var happened in events) problems.AddRange([.. description.Answer(happened), .. description.Answer((JsonObject)happened["data"]!["object"]!)]);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Description_catches_wrong_answers_and_unknown_parameters()
    {
        var description = await StripeDescription.LoadAsync();
        var fixtures = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(ReferenceData.PathOf("stripe/fixtures-2023-08-16.json")))!["resources"]!;
        var good = (JsonObject)fixtures["payment_intent"]!;
        Assert.Empty(description.Answer(good));
        foreach (var (name, value) in new (string, JsonNode?)[] { ("amount", "12"), ("status", "paid"), ("currency", null), ("livemode", "no"), ("payment_method_types", "card") })
        {
            var wrong = (JsonObject)good.DeepClone();
            wrong[name] = value;
            Assert.NotEmpty(description.Answer(wrong));
        }

        Assert.NotEmpty(description.Request("/v1/refunds", "payment_intent=pi_1&amuont=5"));
        Assert.NotEmpty(description.Request("/v1/refunds", "payment_intent=pi_1&amount=five"));
        Assert.Empty(description.Request("/v1/refunds", "payment_intent=pi_1&amount=5"));
    }

    private static async Task TellStoryAsync(RunningSandbox sandbox)
    {
        var stripe = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_sandbox", ApiBase = sandbox.Address + "/stripe" });
        await new WebhookEndpointService(stripe).CreateAsync(new WebhookEndpointCreateOptions { Url = "http://127.0.0.1:1/hook", EnabledEvents = ["*"] });
        var customer = await new CustomerService(stripe).CreateAsync(new CustomerCreateOptions { Email = "a@example.com", Name = "Ada" });
        var session = await new SessionService(stripe).CreateAsync(new SessionCreateOptions
        {
            Mode = "payment",
            Customer = customer.Id,
            SuccessUrl = "https://store.example/ok",
            CancelUrl = "https://store.example/no",
            ClientReferenceId = "o-1",
            LineItems = [new SessionLineItemOptions { Quantity = 2, PriceData = new SessionLineItemPriceDataOptions { Currency = "cad", UnitAmount = 1500, ProductData = new SessionLineItemPriceDataProductDataOptions { Name = "Mug" } } }],
            ShippingOptions = [new SessionShippingOptionOptions { ShippingRateData = new SessionShippingOptionShippingRateDataOptions { DisplayName = "Post", Type = "fixed_amount", FixedAmount = new SessionShippingOptionShippingRateDataFixedAmountOptions { Amount = 500, Currency = "cad" } } }],
        });
        foreach (var number in new[] { "4000000000000002", "4000000000000259" })
        {
            using var paid = await sandbox.Http.PostAsync($"/stripe/pay/{session.Id}", new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = "a@example.com", ["number"] = number, ["expiry"] = "1234", ["cvc"] = "123", ["name"] = "Ada" }));
        }

        var intents = new PaymentIntentService(stripe);
        var held = await intents.CreateAsync(new PaymentIntentCreateOptions { Amount = 900, Currency = "cad", CaptureMethod = "manual", PaymentMethod = "pm_card_visa", Confirm = true, Metadata = new Dictionary<string, string> { ["order"] = "2" } });
        await intents.CaptureAsync(held.Id, new PaymentIntentCaptureOptions { AmountToCapture = 800 });
        await new RefundService(stripe).CreateAsync(new RefundCreateOptions { PaymentIntent = held.Id, Amount = 300, Reason = "requested_by_customer" });
        var asked = await intents.CreateAsync(new PaymentIntentCreateOptions { Amount = 700, Currency = "cad", PaymentMethod = "pm_card_threeDSecure2Required", Confirm = true, ReturnUrl = "https://store.example/back" });
        await intents.CancelAsync(asked.Id);
        await new SessionService(stripe).GetAsync(session.Id);
        await new SessionLineItemService(stripe).ListAsync(session.Id);
        await new ChargeService(stripe).ListAsync();
        await new RefundService(stripe).ListAsync();
        await new BalanceTransactionService(stripe).ListAsync();
        await new EventService(stripe).ListAsync(new EventListOptions { Limit = 50 });
    }
}
