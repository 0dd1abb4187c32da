using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Payments;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Tests.Ordering;

namespace Shop.Platform.Tests.Payments;

public sealed class RefundTests
{
    private const string Create = "POST /v1/refunds";

    [Theory, EveryDatabase]
    public async Task A_full_refund_is_the_mirror_of_the_sale(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        Assert.Equal("succeeded", (await RefundAsync(till, order, 114.98m, "a")).Value().Status);
        await till.Host.DeliverAsync();
        var money = await till.MoneyAsync(order);
        Assert.Equal((114.98m, 114.98m, 0m, -3.63m), (money.Captured.Amount, money.Refunded.Amount, money.Tax.Amount, money.Profit.Amount));
        Assert.Contains(till.Heard, h => h.StartsWith("refunded"));
    }

    [Theory, EveryDatabase]
    public async Task Many_partial_refunds_end_where_a_full_one_does(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        foreach (var (amount, key) in new[] { (0.01m, "a"), (33.33m, "b"), (33.33m, "c"), (48.31m, "d") })
            await RefundAsync(till, order, amount, key);
        var money = await till.MoneyAsync(order);
        Assert.Equal((114.98m, 0m), (money.Refunded.Amount, money.Tax.Amount));
        Assert.Equal(100m, money.Ledger.Where(l => l.Account == "refunds").Sum(l => l.Amount.Amount));
    }

    [Theory]
    [InlineData(114.99, "refund.too-much")]
    [InlineData(0, "invalid")]
    [InlineData(-5, "invalid")]
    [InlineData(1.005, "invalid")]
    public async Task An_impossible_amount_is_refused_before_Stripe_is_asked(decimal amount, string code)
    {
        await using var till = await Till.OpenAsync(Provider.Sqlite);
        var (order, _) = await till.PaidOrderAsync();
        Assert.Equal(code, (await RefundAsync(till, order, amount, "a")).Problem().Code);
        Assert.DoesNotContain(Create, till.Stripe.Calls);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_paid_is_nothing_to_refund(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.OrderAsync();
        Assert.Equal("refund.nothing-captured", (await RefundAsync(till, order, 1m, "a")).Problem().Code);
    }

    [Theory, EveryDatabase]
    public async Task The_same_key_is_the_same_refund_and_another_amount_is_refused(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        var first = (await RefundAsync(till, order, 20m, "a")).Value();
        Assert.Equal(first, (await RefundAsync(till, order, 20m, "a")).Value());
        Assert.Equal("refund.key-reused", (await RefundAsync(till, order, 21m, "a")).Problem().Code);
        Assert.Single(till.Stripe.Refunds);
    }

    [Theory, EveryDatabase]
    public async Task Refunds_at_once_never_give_back_more_than_was_captured(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => RefundAsync(till, order, 40m, $"key-{i}"))));
        Assert.Equal(2, till.Stripe.Refunds.Count);
        Assert.True(answers.Count(a => a.Problem is null) <= 2);
        await SettleAsync(till);
        Assert.Equal(80m, (await till.MoneyAsync(order)).Refunded.Amount);
    }

    [Theory, EveryDatabase]
    public async Task A_refund_nobody_answered_is_asked_for_again_and_made_once(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        till.Stripe.FailAfter = call => call == Create && till.Stripe.Calls.Count(c => c == Create) <= 1;
        till.Stripe.FailBefore = call => call == Create && till.Stripe.Calls.Count(c => c == Create) > 1;
        Assert.Equal(ProblemKind.Unavailable, (await RefundAsync(till, order, 20m, "a")).Problem().Kind);
        till.Stripe.FailAfter = till.Stripe.FailBefore = _ => false;
        await SettleAsync(till);
        Assert.Single(till.Stripe.Refunds);
        Assert.Equal(20m, (await till.MoneyAsync(order)).Refunded.Amount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_day_an_unanswered_refund_is_looked_up_never_repeated(bool wasMade)
    {
        await using var till = await Till.OpenAsync(Provider.Sqlite);
        var (order, _) = await till.PaidOrderAsync();
        till.Stripe.FailAfter = call => wasMade && call == Create;
        till.Stripe.FailBefore = call => !wasMade && call == Create;
        await RefundAsync(till, order, 20m, "a");
        till.Stripe.FailAfter = till.Stripe.FailBefore = _ => false;
        var creations = till.Stripe.Calls.Count(c => c == Create);
        till.Host.Time.Advance(TimeSpan.FromHours(25));
        await SettleAsync(till);
        Assert.Equal(creations, till.Stripe.Calls.Count(c => c == Create));
        Assert.Equal(wasMade ? 20m : 0m, (await till.MoneyAsync(order)).Refunded.Amount);
        Assert.Equal(wasMade ? RefundStatus.Succeeded : RefundStatus.Failed, (await till.RowsAsync<Refund>()).Single().Status);
    }

    [Theory, EveryDatabase]
    public async Task A_refund_Stripe_refuses_is_over_and_its_money_free_again(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, intent) = await till.PaidOrderAsync();
        // Someone refunded most of it in the dashboard, and no webhook said so yet.
        till.Stripe.Refunds["re_x"] = new() { ["id"] = "re_x", ["object"] = "refund", ["payment_intent"] = intent, ["amount"] = 10000L, ["currency"] = "cad", ["status"] = "succeeded", ["metadata"] = new System.Text.Json.Nodes.JsonObject() };
        Assert.Equal("stripe.refused", (await RefundAsync(till, order, 50m, "a")).Problem().Code);
        await till.HearAsync("refund.created", till.Stripe.Refunds["re_x"]);
        await till.Host.DeliverAsync();
        Assert.Equal("refund.too-much", (await RefundAsync(till, order, 50m, "b")).Problem().Code);
        Assert.Equal("succeeded", (await RefundAsync(till, order, 14.98m, "c")).Value().Status);
        Assert.Equal(0m, (await till.MoneyAsync(order)).Tax.Amount);
    }

    [Theory, EveryDatabase]
    public async Task A_pending_refund_settles_by_webhook_and_may_still_come_back(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        till.Stripe.RefundStatus = "pending";
        Assert.Equal("pending", (await RefundAsync(till, order, 20m, "a")).Value().Status);
        Assert.Equal(0m, (await till.MoneyAsync(order)).Refunded.Amount);
        var refund = till.Stripe.Refunds.Values.Single();
        foreach (var (type, status, refunded) in new[] { ("refund.updated", "succeeded", 20m), ("refund.failed", "failed", 0m), ("refund.updated", "succeeded", 0m) })
        {
            refund["status"] = status;
            await till.HearAsync(type, refund);
            await till.Host.DeliverAsync();
            Assert.Equal(refunded, (await till.MoneyAsync(order)).Refunded.Amount);
        }
        Assert.Equal(14.98m, (await till.MoneyAsync(order)).Tax.Amount);
        (refund["status"], till.Stripe.RefundStatus) = ("failed", "succeeded");
        Assert.Equal("succeeded", (await RefundAsync(till, order, 114.98m, "b")).Value().Status);
    }

    [Theory, EveryDatabase]
    public async Task Supplier_cost_is_booked_once_per_key_and_counts_against_profit(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        for (var i = 0; i < 2; i++)
            await till.Host.InTenantAsync(async s =>
            {
                var payments = (IPayments)s.GetService(typeof(IPayments))!;
                await payments.BookSupplierCostAsync(order.OrderId.Value, Money.Cad(54m), "Supplier order 1", "one", default);
                await payments.BookSupplierCostAsync(order.OrderId.Value, Money.Cad(54m), "Supplier order 1", "one", default);
                await ((ShopDb)s.GetService(typeof(ShopDb))!).SaveChangesAsync();
            });
        var money = await till.MoneyAsync(order);
        Assert.Equal((54m, 100m - 3.63m - 54m), (money.SupplierCost.Amount, money.Profit.Amount));
    }

    [Fact]
    public async Task The_check_of_the_books_finds_what_was_tampered_with()
    {
        await using var till = await Till.OpenAsync(Provider.Sqlite);
        var (order, _) = await till.PaidOrderAsync();
        var wrong = new LedgerEntry { Id = new(Guid.NewGuid()), Posting = "capture:nothing", Account = "sales", Amount = Money.Cad(1m), OrderId = order.OrderId.Value, What = "?" };
        await till.DoAsync(async (ShopDb db) => { db.Add(wrong); await db.SaveChangesAsync(); });
        Assert.Equal(2, (await till.DoAsync((IPayments p) => p.VerifyLedgerAsync(default))).Count);
        await till.DoAsync(async (ShopDb db) => { db.Remove(wrong); await db.SaveChangesAsync(); });
    }

    private static Task<Outcome<RefundReceipt>> RefundAsync(Till till, Shop.Platform.Ordering.PlacedOrder order, decimal amount, string key) =>
        till.DoAsync((IPayments p) => p.RefundAsync(order.OrderId.Value, Money.Cad(amount), "damaged", key, default));

    private static async Task SettleAsync(Till till)
    {
        till.Host.Time.Advance(ReconcilePayments.Patience);
        await till.DoAsync((ReconcilePayments r) => r.SweepAsync(default));
        await till.Host.DeliverAsync();
    }
}
