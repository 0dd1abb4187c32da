using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;
using Shop.Platform.Sourcing;
using Shop.Platform.Tenancy;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Tests.Payments;
using Stripe;

namespace Shop.Platform.Tests.Ordering;

/// <summary>Ordering and Payments on a real database with Stripe at the end of a wire. On dispose the books must be in order.</summary>
internal sealed class Till : IAsyncDisposable
{
    public const string Secret = "whsec_configured";
    private int _events;

    private Till(SliceHost host, Shelf shelf, StripeWire stripe) => (Host, Shelf, Stripe) = (host, shelf, stripe);

    public SliceHost Host { get; }
    public Shelf Shelf { get; }
    public StripeWire Stripe { get; }

    public static CheckoutInput Guest { get; } = new()
    {
        Email = "Marie@Example.com",
        Name = "Marie Tremblay",
        Phone = "(514) 555-0199",
        Line1 = "12 rue Saint-Paul",
        City = "Montréal",
        Province = "QC",
        PostalCode = "h2y1g7",
        AcceptTerms = true,
    };

    public static async Task<Till> OpenAsync(Provider provider, string? webhookSecret = Secret)
    {
        var (shelf, stripe) = (new Shelf(), new StripeWire());
        var settings = new Dictionary<string, string?> { ["Stripe:SecretKey"] = "sk_test_1", ["Stripe:ApiBase"] = "http://stripe.test", ["Stripe:WebhookSecret"] = webhookSecret };
        var host = await SliceHost.StartAsync(
            provider,
            (services, configuration) =>
            {
                services.AddOrdering(configuration).AddPayments(configuration);
                services.AddSingleton<ICatalog>(shelf).AddSingleton<ISupply>(shelf).AddSingleton<ITenants>(shelf);
                services.AddSingleton<List<string>>();
                services.AddHandler<OrderPaid, Ear>().AddHandler<RefundSettled, RefundEar>();
                services.AddHttpClient("stripe").ConfigurePrimaryHttpMessageHandler(() => stripe);
            },
            settings);
        return new Till(host, shelf, stripe);
    }

    public Task<T> DoAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull => Host.InTenantAsync(s => work(s.GetRequiredService<TService>()));

    public Task DoAsync<TService>(Func<TService, Task> work) where TService : notnull => Host.InTenantAsync(s => work(s.GetRequiredService<TService>()));

    public async Task<string> CartAsync(params (SellableVariant Variant, int Quantity)[] lines)
    {
        string? token = null;
        foreach (var (variant, quantity) in lines)
            token = (await DoAsync((ChangeCart c) => c.AddAsync(token, variant.Id, quantity, "en", default))).Value();
        return token!;
    }

    public Task<Outcome<PlacedOrder>> PlaceAsync(string cart, string key = "key-1", CheckoutInput? input = null) =>
        DoAsync((PlaceOrder p) => p.PlaceAsync(cart, key, input ?? Guest, "en", default));

    /// <summary>An order for one thing of 100.00 to Quebec (114.98), with its open session.</summary>
    public async Task<(PlacedOrder Order, string Session)> OrderAsync(string key = "key-1")
    {
        var order = (await PlaceAsync(await CartAsync((Shelf.Put("Lamp", 100m), 1)), key)).Value();
        var url = (await DoAsync((PayOrder p) => p.StartAsync(order.Token, default))).Value();
        return (order, url.Segments[^1]);
    }

    public async Task<(PlacedOrder Order, string Intent)> PaidOrderAsync()
    {
        var (order, session) = await OrderAsync();
        var intent = Stripe.Pay(session);
        await HearAsync("checkout.session.completed", Stripe.Sessions[session]);
        await Host.DeliverAsync();
        return (order, (string)intent["id"]!);
    }

    public Task<Outcome<Done>> HearAsync(string type, JsonObject thing, string? id = null) =>
        HearAsync(StripeWire.Event(id ?? $"evt_{++_events}", type, thing), Secret);

    public Task<Outcome<Done>> HearAsync(string payload, string secret) =>
        DoAsync((ReceiveWebhook w) => w.ReceiveAsync(payload, EventUtility.GenerateSignatureHeader(payload, secret, Host.Time.GetUtcNow().ToUnixTimeSeconds()), default));

    public Task<OrderDetails> ReadAsync(PlacedOrder order) => DoAsync(async (IOrders o) => (await o.FindAsync(order.OrderId, default))!);

    public Task<OrderMoney> MoneyAsync(PlacedOrder order) => DoAsync((IPayments p) => p.MoneyAsync(order.OrderId.Value, default));

    public Task<List<T>> RowsAsync<T>() where T : class => DoAsync((ShopDb db) => db.Set<T>().AsNoTracking().ToListAsync());

    /// <summary>What was told to the slices that come after.</summary>
    public List<string> Heard => Host.Services.GetRequiredService<List<string>>();

    public async ValueTask DisposeAsync()
    {
        try
        {
            Assert.Empty(await DoAsync((IPayments p) => p.VerifyLedgerAsync(default)));
        }
        finally
        {
            await Host.DisposeAsync();
        }
    }
}

internal sealed class Ear(List<string> heard) : IHandle<OrderPaid>
{
    public Task HandleAsync(OrderPaid @event, CancellationToken cancellationToken)
    {
        heard.Add($"paid {@event.OrderId}");
        return Task.CompletedTask;
    }
}

internal sealed class RefundEar(List<string> heard) : IHandle<RefundSettled>
{
    public Task HandleAsync(RefundSettled @event, CancellationToken cancellationToken)
    {
        heard.Add($"refunded {@event.Amount.Amount:0.##} {@event.Amount.Currency}");
        return Task.CompletedTask;
    }
}

internal static class Outcomes
{
    public static T Value<T>(this Outcome<T> outcome) => outcome.Failed(out var problem, out var value) ? throw new InvalidOperationException(problem.ToString()) : value;

    public static Problem Problem<T>(this Outcome<T> outcome) => outcome.Problem ?? throw new InvalidOperationException("There was no problem.");
}
