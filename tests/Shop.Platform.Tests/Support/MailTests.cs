using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;
using Shop.Platform.Support;
using Shop.Platform.Support.Mail;
using Shop.Platform.Tenancy;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Workflows;

namespace Shop.Platform.Tests.Support;

public sealed class MailTests : IDisposable
{
    private readonly SmtpInbox _inbox = new();
    private readonly OneOrder _order = new();

    public void Dispose() => _inbox.Dispose();

    [Theory, EveryDatabase]
    public async Task A_paid_order_is_confirmed_once_with_lines_and_each_tax(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await PublishAsync(host, new OrderPaid(OneOrder.Id), new OrderPaid(OneOrder.Id));
        await SendAsync(host);
        await SendAsync(host);

        var mail = Assert.Single(_inbox.Messages);
        Assert.Equal("shopper@example.test", mail.To.Mailboxes.Single().Address);
        Assert.Equal("Nord & Söhne <shop>", mail.From.Mailboxes.Single().Name);
        Assert.Equal("merchant@example.test", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("Your order 1042 at Nord & Söhne <shop> is confirmed", mail.Subject);
        foreach (var part in new[] { mail.TextBody!, mail.HtmlBody! })
            foreach (var expected in new[] { "$25.00", "$4.99", "GST 5%", "$1.50", "QST 9.975%", "$2.99", "$34.48", "123456789 RT0001", "http://nord.localhost:5080/order/tok" })
                Assert.Contains(expected, part);
    }

    [Theory, EveryDatabase]
    public async Task What_a_shopper_or_supplier_wrote_is_escaped_in_html(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await PublishAsync(host, new OrderPaid(OneOrder.Id));
        await SendAsync(host);

        var html = _inbox.Messages.Single().HtmlBody!;
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Mug &lt;script&gt;", html);
        Assert.Contains("Zo&#233; &lt;b&gt;Tremblay", html);
    }

    [Theory, EveryDatabase]
    public async Task A_french_order_is_written_to_in_french(Provider provider)
    {
        _order.Details = _order.Details with { Language = "fr" };
        await using var host = await StartAsync(provider);
        await PublishAsync(host, new OrderPaid(OneOrder.Id));
        await SendAsync(host);

        var mail = _inbox.Messages.Single();
        Assert.Contains("est confirmée", mail.Subject);
        Assert.Matches(@"34,48\s\$", mail.TextBody);
        Assert.Contains("TVQ 9,975", mail.TextBody);
        Assert.Contains("<html lang=\"fr-CA\">", mail.HtmlBody);
    }

    [Theory, EveryDatabase]
    public async Task Each_parcel_is_told_once(Provider provider)
    {
        await using var host = await StartAsync(provider);
        _order.Details = _order.Details with { TrackingNumbers = ["LX1"] };
        await PublishAsync(host, new OrderStatusChanged(OneOrder.Id, OrderStatus.Shipped));
        await PublishAsync(host, new OrderStatusChanged(OneOrder.Id, OrderStatus.Shipped));
        _order.Details = _order.Details with { TrackingNumbers = ["LX1", "LX2"] };
        await PublishAsync(host, new OrderStatusChanged(OneOrder.Id, OrderStatus.Shipped));
        await SendAsync(host);

        Assert.Equal(2, _inbox.Messages.Count);
        Assert.Contains(_inbox.Messages, m => m.TextBody!.Contains("LX1, LX2", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Delivery_refund_and_a_waiting_decision_are_told_but_an_unpaid_order_ends_silently(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await PublishAsync(host, new OrderStatusChanged(OneOrder.Id, OrderStatus.Delivered), new RefundSettled(OneOrder.Id.Value, Money.Cad(5m), "re_1"),
            new HumanTaskOpened(default, "price-jump", "The price jumped"), new TenantProvisioned("nord", "Nord", "fr", "QC"));
        _order.Details = _order.Details with { PaidAt = null };
        await PublishAsync(host, new OrderStatusChanged(OneOrder.Id, OrderStatus.Cancelled));
        await SendAsync(host);

        Assert.Equal(
            ["Bienvenue! Votre boutique Nord & Söhne <shop> est prête", "Nord & Söhne <shop> attend votre décision : The price jumped", "Refund of $5.00 for your order 1042", "Your order 1042 has arrived"],
            _inbox.Messages.Select(m => m.Subject).Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_server_that_is_away_is_tried_again_with_the_same_message_id(Provider provider)
    {
        await using var host = await StartAsync(provider);
        _inbox.RecipientAnswer = "451 later";
        await PublishAsync(host, new OrderPaid(OneOrder.Id));
        await SendAsync(host);
        Assert.Contains("451", (await RowAsync(host)).LastError);

        _inbox.RecipientAnswer = "250 OK";
        await SendAsync(host);
        Assert.Empty(_inbox.Messages);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(host);
        var row = await RowAsync(host);
        Assert.Equal($"{row.Id}@store.test", Assert.Single(_inbox.Messages).MessageId);
        Assert.Equal((2, host.Time.GetUtcNow(), null), (row.Attempts, row.SentAt!.Value, row.DueAt));
    }

    [Theory, EveryDatabase]
    public async Task A_refused_address_is_parked_with_the_reason(Provider provider)
    {
        await using var host = await StartAsync(provider);
        _inbox.RecipientAnswer = "550 no such person";
        await PublishAsync(host, new OrderPaid(OneOrder.Id));
        await SendAsync(host);

        var row = await RowAsync(host);
        Assert.Null(row.DueAt);
        Assert.Null(row.SentAt);
        Assert.Contains("550", row.LastError);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_sent_of_a_change_that_was_rolled_back(Provider provider)
    {
        await using var host = await StartAsync(provider);
        await host.InTenantAsync(async s =>
        {
            await using var transaction = await s.GetRequiredService<ShopDb>().Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await WelcomeAsync(s, "http://admin.localhost:5080/");
            await s.GetRequiredService<ShopDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await SendAsync(host);
        Assert.Empty(_inbox.Messages);
    }

    [Theory]
    [InlineData("https://evil.example/order/tok")]
    [InlineData("http://nord.localhost:5080@evil.example/")]
    [InlineData("http://user@nord.localhost:5080/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example/")]
    [InlineData("http://nord.localhost:81/")]
    public async Task A_link_that_leaves_the_store_is_refused(string link)
    {
        await using var host = await StartAsync(Provider.Sqlite);
        await Assert.ThrowsAsync<ArgumentException>(() => host.InTenantAsync(s => WelcomeAsync(s, link)));
    }

    [Fact]
    public void Every_template_exists_in_both_languages()
    {
        var catalog = new TemplateCatalog();
        Assert.Equal(["human-task-waiting", "order-cancelled", "order-confirmed", "order-delivered", "order-refunded", "order-shipped", "welcome"], catalog.Names);
        foreach (var name in catalog.Names)
            Assert.Equal(catalog.Find(name, "en").Blocks.Select(b => (b.Kind, b.Link, b.Condition)), catalog.Find(name, "fr").Blocks.Select(b => (b.Kind, b.Link, b.Condition)));
    }

    private static Task WelcomeAsync(IServiceProvider services, string link) => services.GetRequiredService<IMail>().QueueAsync(
        "welcome", "merchant@example.test", "welcome", "en", new Dictionary<string, string> { ["url"] = link }, TestContext.Current.CancellationToken);

    private Task<SliceHost> StartAsync(Provider provider) => SliceHost.StartAsync(provider, (services, configuration) =>
    {
        services.AddSupport(configuration);
        services.AddScoped<ITenants, OneStore>();
        services.AddScoped(_ => _order.AsOrders());
    }, new() { ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{_inbox.Port}", ["Mail:From"] = "no-reply@store.test" });

    private static async Task PublishAsync(SliceHost host, params IEvent[] events)
    {
        await host.InTenantAsync(async s =>
        {
            var db = s.GetRequiredService<ShopDb>();
            foreach (var @event in events)
                db.Publish(@event);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await host.DeliverAsync();
    }

    private static Task<int> SendAsync(SliceHost host) => host.Services.GetRequiredService<SendMail>().SendDueAsync(TestContext.Current.CancellationToken);

    private static Task<OutgoingMail> RowAsync(SliceHost host) =>
        host.InTenantAsync(s => s.GetRequiredService<ShopDb>().Set<OutgoingMail>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));
}
