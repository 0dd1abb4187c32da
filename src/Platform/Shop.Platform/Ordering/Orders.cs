using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Ordering;

internal sealed class Orders(ShopDb db, TimeProvider time, IIdSource ids) : IOrders
{
    public async Task<OrderDetails?> FindAsync(Id<Order> id, CancellationToken cancellationToken) =>
        (await db.Set<Order>().AsNoTracking().WithAll().SingleOrDefaultAsync(o => o.Id == id, cancellationToken))?.Details();

    public async Task<IReadOnlyList<OrderSummary>> ListAsync(string? status, string? search, int page, int pageSize, CancellationToken cancellationToken)
    {
        var orders = db.Set<Order>().AsNoTracking();
        if (!string.IsNullOrEmpty(status))
            orders = Enum.TryParse<OrderStatus>(status, ignoreCase: true, out var wanted) ? orders.Where(o => o.Status == wanted) : orders.Where(o => false);
        if (!string.IsNullOrWhiteSpace(search))
            orders = Search(orders, search.Trim());
        var rows = await orders.OrderByDescending(o => o.Number).Skip((Math.Max(page, 1) - 1) * pageSize).Take(pageSize)
            .Select(o => new { o.Id, o.Number, o.Status, o.Email, o.Name, o.Total, Pieces = o.Lines.Sum(l => l.Quantity), o.PlacedAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(o => new OrderSummary(o.Id, o.Number.ToString(CultureInfo.InvariantCulture), o.Status, o.Email, o.Name, o.Total, o.Pieces, o.PlacedAt))];
    }

    public async Task<IReadOnlyList<OrderIssue>> IssuesAsync(CancellationToken cancellationToken) =>
        await db.Set<OrderIssue>().AsNoTracking().OrderBy(i => i.ResolvedAt != null).ThenByDescending(i => i.At).Take(200).ToListAsync(cancellationToken);

    public async Task<Outcome<Done>> ResolveIssueAsync(Id<OrderIssue> id, string actor, CancellationToken cancellationToken)
    {
        if (await db.Set<OrderIssue>().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } issue)
            return Problem.NotFound("issue");
        (issue.ResolvedAt, issue.ResolvedBy) = (issue.ResolvedAt ?? time.GetUtcNow(), issue.ResolvedBy ?? actor);
        db.Audit(actor, "order-issue.resolved", issue.OrderId.ToString(), issue.Kind);
        await db.SaveChangesAsync(cancellationToken);
        return new Done();
    }

    public async Task<CheckoutSettings> SettingsAsync(CancellationToken cancellationToken) =>
        await db.Set<CheckoutSettings>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new CheckoutSettings();

    public async Task ChangeSettingsAsync(Action<CheckoutSettings> change, CancellationToken cancellationToken)
    {
        var settings = await db.Set<CheckoutSettings>().SingleOrDefaultAsync(cancellationToken);
        if (settings is null)
            db.Add(settings = new CheckoutSettings { TenantId = db.FilterTenant });
        change(settings);
    }

    public Task<Outcome<Done>> MarkPlacedAsync(Id<Order> id, CancellationToken cancellationToken) => MoveAsync(id, OrderStatus.Placed, cancellationToken);

    public async Task<Outcome<Done>> MarkShippedAsync(Id<Order> id, IReadOnlyList<string> trackingNumbers, CancellationToken cancellationToken)
    {
        if ((await MoveAsync(id, OrderStatus.Shipped, cancellationToken)).Failed(out var problem, out var done))
            return problem;
        (await TrackedAsync(id, cancellationToken))!.Track(trackingNumbers);
        return done;
    }

    public Task<Outcome<Done>> MarkDeliveredAsync(Id<Order> id, CancellationToken cancellationToken) => MoveAsync(id, OrderStatus.Delivered, cancellationToken);

    public async Task<Outcome<Done>> MarkCancelledAsync(Id<Order> id, string reason, CancellationToken cancellationToken)
    {
        if (await TrackedAsync(id, cancellationToken) is not { } order)
            return Problem.NotFound("order");
        if (order.Status == OrderStatus.Cancelled)
            return new Done();
        return Announce(order, order.Cancel(reason, time.GetUtcNow(), ids.New<OrderMove>()));
    }

    public async Task<Outcome<Done>> ChangeAddressAsync(Id<Order> id, PostalAddress address, CancellationToken cancellationToken)
    {
        if (await TrackedAsync(id, cancellationToken) is not { } order)
            return Problem.NotFound("order");
        if (order.Status is not (OrderStatus.AwaitingPayment or OrderStatus.Pending))
            return Problem.Conflict("order.address-fixed", $"Order {order.Number} is {order.Status}; its address cannot be changed any more.");
        // Another province has other taxes, and those are paid already.
        if (address.Province != order.Province)
            return Problem.Conflict("order.other-province", "The taxes were paid for another province: cancel the order and place a new one.");
        order.Redirect(address);
        return new Done();
    }

    private async Task<Outcome<Done>> MoveAsync(Id<Order> id, OrderStatus to, CancellationToken cancellationToken)
    {
        if (await TrackedAsync(id, cancellationToken) is not { } order)
            return Problem.NotFound("order");
        return OrderStates.IsPast(order.Status, to) ? new Done() : Announce(order, order.Move(to, time.GetUtcNow(), ids.New<OrderMove>(), null));
    }

    private Outcome<Done> Announce(Order order, Outcome<Done> moved)
    {
        if (!moved.Failed(out _, out _))
            db.Publish(new OrderStatusChanged(order.Id, order.Status));
        return moved;
    }

    private Task<Order?> TrackedAsync(Id<Order> id, CancellationToken cancellationToken) =>
        db.Set<Order>().Include(o => o.Moves).SingleOrDefaultAsync(o => o.Id == id, cancellationToken);

#pragma warning disable CA1304, CA1311 // Becomes lower() in SQL.
    private static IQueryable<Order> Search(IQueryable<Order> orders, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? orders.Where(o => o.Number == number)
            : orders.Where(o => EF.Functions.Like(o.Email.ToLower(), $"%{text.ToLowerInvariant()}%") || EF.Functions.Like(o.Name.ToLower(), $"%{text.ToLowerInvariant()}%"));
#pragma warning restore CA1304, CA1311
}
