using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Tests.Ordering;
using Stripe;

namespace Shop.Platform.Tests.Payments;

public sealed class WebhookTests
{
    private const string Payload = """{"id":"evt_1","object":"event","type":"customer.created","data":{"object":{"id":"cus_1","object":"customer"}}}""";

    [Fact]
    public async Task Every_mutant_of_a_signed_message_is_refused()
    {
        await using var till = await Till.OpenAsync(Provider.Sqlite);
        var header = EventUtility.GenerateSignatureHeader(Payload, Till.Secret, Now(till));
        var accepted = new List<string>();
        await till.DoAsync(async (ReceiveWebhook webhook) =>
        {
            foreach (var (payload, signature) in Mutants(header, Payload))
                if ((await webhook.ReceiveAsync(payload, signature, default)).Problem is null)
                    accepted.Add($"{signature} {payload}");
        });
        Assert.Empty(accepted);
        Assert.Empty(await till.RowsAsync<StripeEvent>());
        Assert.Null((await till.HearAsync(Payload, Till.Secret)).Problem);
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task A_message_may_be_five_minutes_old_or_early(int seconds, bool accepted)
    {
        await using var till = await Till.OpenAsync(Provider.Sqlite);
        var header = EventUtility.GenerateSignatureHeader(Payload, Till.Secret, Now(till) + seconds);
        Assert.Equal(accepted, (await till.DoAsync((ReceiveWebhook w) => w.ReceiveAsync(Payload, header, default))).Problem is null);
    }

    [Fact]
    public async Task While_a_secret_is_replaced_both_count()
    {
        await using var till = await Till.OpenAsync(Provider.Sqlite, "whsec_old, whsec_new");
        Assert.Null((await till.HearAsync(Payload, "whsec_old")).Problem);
        Assert.Null((await till.HearAsync(Payload.Replace("evt_1", "evt_2"), "whsec_new")).Problem);
        Assert.NotNull((await till.HearAsync(Payload.Replace("evt_1", "evt_3"), "whsec_other")).Problem);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"id":7,"type":"x","data":{"object":{}}}""")]
    [InlineData("""{"id":"evt_1","type":"x","data":7}""")]
    public async Task A_signed_message_that_is_no_event_is_refused(string payload)
    {
        await using var till = await Till.OpenAsync(Provider.Sqlite);
        Assert.Equal("webhook.body", (await till.HearAsync(payload, Till.Secret)).Problem().Code);
    }

    [Theory, EveryDatabase]
    public async Task An_event_is_stored_once_and_an_unknown_type_is_kept_and_ignored(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => till.HearAsync(Payload, Till.Secret))));
        await till.Host.DeliverAsync();
        var stored = (await till.RowsAsync<StripeEvent>()).Single();
        Assert.Equal(("evt_1", "ignored", Payload), (stored.EventId, stored.Result, stored.Payload));
    }

    [Theory, EveryDatabase]
    public async Task Another_stores_event_is_left_alone(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, session) = await till.OrderAsync();
        till.Stripe.Pay(session);
        var foreign = till.Stripe.Sessions[session].DeepClone().AsObject();
        foreign["metadata"]!["shop_tenant"] = Guid.NewGuid().ToString("N");
        await till.HearAsync("checkout.session.completed", foreign);
        await till.HearAsync("checkout.session.completed", new JsonObject { ["object"] = "checkout.session", ["payment_status"] = "paid", ["payment_intent"] = "pi_z", ["amount_total"] = 5, ["currency"] = "cad" });
        await till.Host.DeliverAsync();
        Assert.Equal(["foreign", "foreign"], (await till.RowsAsync<StripeEvent>()).Select(e => e.Result));
        Assert.Equal(OrderStatus.AwaitingPayment, (await till.ReadAsync(order)).Status);
    }

    [Theory, EveryDatabase]
    public async Task An_event_that_comes_before_its_row_is_applied_when_the_row_appears(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, session) = await till.OrderAsync();
        till.Stripe.Pay(session);
        var attempt = (await till.RowsAsync<PaymentAttempt>()).Single();
        await till.DoAsync((ShopDb db) => db.Set<PaymentAttempt>().ExecuteDeleteAsync());
        await till.HearAsync("payment_intent.succeeded", till.Stripe.Intents.Values.Single());
        await till.Host.DeliverAsync();
        Assert.Null((await till.RowsAsync<StripeEvent>()).Single().ProcessedAt);

        await till.DoAsync(async (ShopDb db) => { db.Add(attempt); await db.SaveChangesAsync(); });
        till.Host.Time.Advance(TimeSpan.FromSeconds(10));
        await till.Host.DeliverAsync();
        Assert.Equal(OrderStatus.Pending, (await till.ReadAsync(order)).Status);
    }

    /// <summary>Five events of one payment and its refund in the dashboard, in all 120 orders, each delivered twice.</summary>
    [Theory, EveryDatabase]
    public async Task Every_order_of_a_story_ends_the_same_with_each_effect_once(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var round = 0;
        foreach (var permutation in Permutations([0, 1, 2, 3, 4]))
        {
            var (order, session) = await till.OrderAsync($"key-{++round}");
            var story = Story(till, session);
            foreach (var i in permutation.Concat(permutation))
                await till.HearAsync(story[i].Type, story[i].Thing, $"evt_{round}_{i}");
            for (var wait = 0; wait < 3; wait++)
            {
                await till.Host.DeliverAsync();
                till.Host.Time.Advance(TimeSpan.FromSeconds(4));
            }
            var (read, money) = (await till.ReadAsync(order), await till.MoneyAsync(order));
            Assert.True(
                (OrderStatus.Pending, 114.98m, 50m, 3.63m) == (read.Status, money.Captured.Amount, money.Refunded.Amount, money.Fees.Amount),
                $"{string.Join(',', permutation)}: {read.Status} {money}");
            Assert.Equal([$"paid {order.OrderId}", "refunded 50 CAD"], till.Heard.Order());
            till.Heard.Clear();
        }
        Assert.Equal(120, round);
        Assert.All(await till.RowsAsync<StripeEvent>(), e => Assert.NotNull(e.ProcessedAt));
    }

    private static (string Type, JsonObject Thing)[] Story(Till till, string session)
    {
        var intent = till.Stripe.Pay(session);
        var refund = new JsonObject
        {
            ["id"] = $"re_of_{intent["id"]}",
            ["object"] = "refund",
            ["payment_intent"] = (string)intent["id"]!,
            ["amount"] = 5000,
            ["currency"] = "cad",
            ["status"] = "pending",
            ["metadata"] = new JsonObject(),
        };
        var settled = refund.DeepClone().AsObject();
        settled["status"] = "succeeded";
        return
        [
            ("payment_intent.created", intent), ("payment_intent.succeeded", intent), ("checkout.session.completed", till.Stripe.Sessions[session]),
            ("refund.created", refund), ("refund.updated", settled),
        ];
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));

    private static IEnumerable<(string Payload, string Signature)> Mutants(string header, string payload)
    {
        for (var i = 0; i < payload.Length; i++)
            yield return (Flip(payload, i), header);
        for (var i = 0; i < header.Length; i++)
            yield return (payload, Flip(header, i));
        for (var i = 0; i < header.Length; i++)
            yield return (payload, header[..i]);
        foreach (var odd in new[] { "", ",", "=", "t=", "v1=", "t=,v1=", "t=x,v1=y", "t=99999999999999999999,v1=y", header.Replace("v1=", "v0="), header.Split(',')[1] })
            yield return (payload, odd);
        yield return (payload + " ", header);
        yield return (payload, EventUtility.GenerateSignatureHeader(payload, "whsec_other", 1_781_524_800));
    }

    private static string Flip(string text, int at) => text[..at] + (char)(text[at] ^ 1) + text[(at + 1)..];

    private static long Now(Till till) => till.Host.Time.GetUtcNow().ToUnixTimeSeconds();
}
