using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Audit;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Payments;
using Shop.Platform.Realtime;
using Shop.Platform.Support;
using Shop.Platform.Tenancy;

namespace Shop.CrashHost.World;

/// <summary>
/// Stand-ins for the slices around fulfilment. What they are told is written to the audit log on the step's own context, so it commits or vanishes with
/// the step, as the real ones do.
/// </summary>
public sealed class Diary(ShopDb db)
{
    public ShopDb Db => db;

    public void Write(string action, string subject, string? details = null) => db.Audit("world", action, subject, details);

    public Task<List<AuditEntry>> ReadAsync(string action, CancellationToken cancellationToken) =>
        db.Set<AuditEntry>().AsNoTracking().Where(e => e.Actor == "world" && e.Action == action).OrderBy(e => e.Id).ToListAsync(cancellationToken);

    public async Task<bool> HasAsync(string action, string subject, CancellationToken cancellationToken) =>
        db.Set<AuditEntry>().Local.Any(e => e.Action == action && e.Subject == subject)
        || await db.Set<AuditEntry>().AnyAsync(e => e.Action == action && e.Subject == subject, cancellationToken);
}

/// <summary>Every order has the same two lines, from two stores of the supplier: 2 × A at 20.00 and 1 × B at 30.00.</summary>
public sealed class OrdersWorld(Diary diary) : IOrders
{
    public static readonly Id<Variant> A = new(Guid.Parse("aaaaaaaa-0000-0000-0000-000000000001"));
    public static readonly Id<Variant> B = new(Guid.Parse("bbbbbbbb-0000-0000-0000-000000000002"));

    public async Task<OrderDetails?> FindAsync(Id<Order> id, CancellationToken cancellationToken)
    {
        var told = await diary.Db.Set<AuditEntry>().AsNoTracking().Where(e => e.Actor == "world" && e.Subject == id.ToString()).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var status = told.Select(e => Enum.TryParse<OrderStatus>(e.Action["order.".Length..], out var s) ? s : (OrderStatus?)null).Max() ?? OrderStatus.Pending;
        var address = told.LastOrDefault(e => e.Action == "order.Address")?.Details is { } json
            ? JsonSerializer.Deserialize<PostalAddress>(json)! : new("Ann Shopper", "1 Main St", "Montréal", "QC", "H2X 1Y4", "CA", "+15145550100");
        return new(id, "1001", status, "ann@example.ca", "en", address,
            [Line(A, "Lamp", 2, 20m), Line(B, "Rug", 1, 30m)], Money.Cad(70m), Money.Cad(10m), [], Money.Cad(91.98m), Money.Cad(40m), [], null, default, default);
    }

    public Task<IReadOnlyList<OrderSummary>> ListAsync(string? status, string? search, int page, int pageSize, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OrderSummary>>([]);

    public Task<IReadOnlyList<OrderIssue>> IssuesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OrderIssue>>([]);

    public Task<Outcome<Done>> ResolveIssueAsync(Id<OrderIssue> id, string actor, CancellationToken cancellationToken) => Task.FromResult<Outcome<Done>>(new Done());

    public Task ChangeSettingsAsync(Action<CheckoutSettings> change, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<CheckoutSettings> SettingsAsync(CancellationToken cancellationToken) => Task.FromResult(new CheckoutSettings());

    public Task<Outcome<Done>> MarkPlacedAsync(Id<Order> id, CancellationToken cancellationToken) => MoveAsync(id, OrderStatus.Placed, null, cancellationToken);

    public async Task<Outcome<Done>> MarkShippedAsync(Id<Order> id, IReadOnlyList<string> trackingNumbers, CancellationToken cancellationToken)
    {
        if (!await diary.HasAsync("order.Placed", id.ToString(), cancellationToken))
            return Problem.Conflict("order.state", "Not placed yet.");
        return await MoveAsync(id, OrderStatus.Shipped, string.Join(',', trackingNumbers), cancellationToken);
    }

    public Task<Outcome<Done>> MarkDeliveredAsync(Id<Order> id, CancellationToken cancellationToken) => MoveAsync(id, OrderStatus.Delivered, null, cancellationToken);

    public Task<Outcome<Done>> MarkCancelledAsync(Id<Order> id, string reason, CancellationToken cancellationToken) => MoveAsync(id, OrderStatus.Cancelled, reason, cancellationToken);

    public Task<Outcome<Done>> ChangeAddressAsync(Id<Order> id, PostalAddress address, CancellationToken cancellationToken)
    {
        diary.Write("order.Address", id.ToString(), JsonSerializer.Serialize(address));
        return Task.FromResult<Outcome<Done>>(new Done());
    }

    private async Task<Outcome<Done>> MoveAsync(Id<Order> id, OrderStatus to, string? details, CancellationToken cancellationToken)
    {
        if (!await diary.HasAsync($"order.{to}", id.ToString(), cancellationToken))
            diary.Write($"order.{to}", id.ToString(), details);
        return new Done();
    }

    private static OrderLineDetails Line(Id<Variant> variant, string title, int quantity, decimal price) =>
        new(variant, new(variant.Value), title, [], quantity, Money.Cad(price), null);
}

/// <summary>Saves on the caller's scope when it refunds, as the real one does.</summary>
public sealed class PaymentsWorld(Diary diary) : IPayments
{
    public Task<Outcome<Uri>> StartCheckoutAsync(Payable payable, CancellationToken cancellationToken) => Task.FromResult<Outcome<Uri>>(new Uri("https://pay.example"));

    public Task ConfirmAsync(Guid orderId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task AbandonAsync(Guid orderId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<string>> VerifyLedgerAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public async Task<Outcome<RefundReceipt>> RefundAsync(Guid orderId, Money amount, string reason, string key, CancellationToken cancellationToken)
    {
        if (!await diary.HasAsync("refund", key, cancellationToken))
            diary.Write("refund", key, Text(amount));
        await diary.Db.SaveChangesAsync(cancellationToken);
        return new RefundReceipt(key, amount, "succeeded");
    }

    public async Task BookSupplierCostAsync(Guid orderId, Money cost, string reference, string key, CancellationToken cancellationToken)
    {
        if (!await diary.HasAsync("cost", key, cancellationToken))
            diary.Write("cost", key, Text(cost));
    }

    private static string Text(Money money) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{money.Amount:0.00} {money.Currency}");

    public Task<OrderMoney> MoneyAsync(Guid orderId, CancellationToken cancellationToken) =>
        Task.FromResult(new OrderMoney(Money.Cad(0), Money.Cad(0), Money.Cad(0), Money.Cad(0), []));
}

public sealed class MailWorld(Diary diary) : IMail
{
    public async Task QueueAsync(string key, string to, string template, string language, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (!await diary.HasAsync("mail", key, cancellationToken))
            diary.Write("mail", key, template);
    }
}

public sealed class TenantsWorld(ITenantAccessor tenant) : ITenants
{
    public Task<TenantInfo> CurrentAsync(CancellationToken cancellationToken) => Task.FromResult(Info(tenant.Required));

    public Task<TenantInfo?> FindAsync(TenantId id, CancellationToken cancellationToken) => Task.FromResult<TenantInfo?>(Info(id));

    public Task<IReadOnlyList<TenantInfo>> ActiveAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TenantInfo>>([]);

    private static TenantInfo Info(TenantId id) => new(id, "shop", "Shop", "en", "QC", new("http://shop.localhost:5080"), new("http://admin.localhost:5080"));
}

public sealed class LiveWorld : ILiveUpdates
{
    public List<string> Told { get; } = [];

    public Task OrderChangedAsync(Id<Order> order, string what, CancellationToken cancellationToken)
    {
        lock (Told)
            Told.Add(what);
        return Task.CompletedTask;
    }

    public Task StockChangedAsync(Id<Variant> variant, int? stock, bool buyable, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ProgressAsync(string run, int done, int total, string text, CancellationToken cancellationToken) => Task.CompletedTask;
}
