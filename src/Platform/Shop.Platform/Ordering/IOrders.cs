using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;

namespace Shop.Platform.Ordering;

/// <summary>What other slices may read of orders and tell them. State moves only along the order's state table.</summary>
public interface IOrders
{
    Task<OrderDetails?> FindAsync(Id<Order> id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<OrderSummary>> ListAsync(string? status, string? search, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>Where money and order disagree and a person must decide: unresolved first, newest first.</summary>
    Task<IReadOnlyList<OrderIssue>> IssuesAsync(CancellationToken cancellationToken);

    /// <summary>Records that a person has dealt with an issue, for example by a refund.</summary>
    Task<Outcome<Done>> ResolveIssueAsync(Id<OrderIssue> id, string actor, CancellationToken cancellationToken);

    /// <summary>Changes the tenant's checkout choices on the scope's <c>ShopDb</c> without saving.</summary>
    Task ChangeSettingsAsync(Action<CheckoutSettings> change, CancellationToken cancellationToken);

    /// <summary>The tenant's checkout choices, or the defaults; for reading.</summary>
    Task<CheckoutSettings> SettingsAsync(CancellationToken cancellationToken);

    /// <summary>Records that all supplier orders are placed. Changes the scope's <c>ShopDb</c> without saving.</summary>
    Task<Outcome<Done>> MarkPlacedAsync(Id<Order> id, CancellationToken cancellationToken);

    /// <summary>Records parcels on their way (all tracking numbers known so far). Changes the scope's <c>ShopDb</c> without saving.</summary>
    Task<Outcome<Done>> MarkShippedAsync(Id<Order> id, IReadOnlyList<string> trackingNumbers, CancellationToken cancellationToken);

    /// <summary>Records that the last parcel arrived. Changes the scope's <c>ShopDb</c> without saving.</summary>
    Task<Outcome<Done>> MarkDeliveredAsync(Id<Order> id, CancellationToken cancellationToken);

    /// <summary>Ends an order that will not be delivered. Changes the scope's <c>ShopDb</c> without saving.</summary>
    Task<Outcome<Done>> MarkCancelledAsync(Id<Order> id, string reason, CancellationToken cancellationToken);

    /// <summary>Replaces the delivery address before anything is placed. Changes the scope's <c>ShopDb</c> without saving.</summary>
    Task<Outcome<Done>> ChangeAddressAsync(Id<Order> id, PostalAddress address, CancellationToken cancellationToken);
}

/// <summary>Statuses of the original data model, and the two before payment.</summary>
public enum OrderStatus
{
    AwaitingPayment,

    /// <summary>Paid, not yet placed with the supplier.</summary>
    Pending,
    Placed,
    Shipped,
    Delivered,
    Cancelled,
}

public sealed record OrderSummary(
    Id<Order> Id, string Number, OrderStatus Status, string Email, string Name, Money Total, int Pieces, DateTimeOffset PlacedAt);

/// <param name="ExpectedCost">What the supply quote said at checkout, in CAD: the yardstick of the margin guard.</param>
public sealed record OrderDetails(
    Id<Order> Id, string Number, OrderStatus Status, string Email, string Language, PostalAddress ShipTo, IReadOnlyList<OrderLineDetails> Lines,
    Money Goods, Money Shipping, IReadOnlyList<OrderTax> Taxes, Money Total, Money ExpectedCost,
    IReadOnlyList<string> TrackingNumbers, string? CancelReason, DateTimeOffset PlacedAt, DateTimeOffset? PaidAt)
{
    /// <summary>Oldest first.</summary>
    public IReadOnlyList<OrderStep> History { get; init; } = [];

    /// <summary>Why the last payment attempt failed. Null when none did.</summary>
    public string? PaymentProblem { get; init; }

    /// <summary>Days until the last parcel arrives, as promised at checkout. Null when the supplier does not say.</summary>
    public int? MinDays { get; init; }

    public int? MaxDays { get; init; }

    /// <summary>Opens the order's page on the store: <c>/order/{token}</c>.</summary>
    public string Token { get; init; } = "";
}

public sealed record OrderStep(OrderStatus From, OrderStatus To, DateTimeOffset At, string? Why);

public sealed record OrderLineDetails(
    Id<Variant> Variant, Id<Product> Product, string Title, IReadOnlyList<KeyValuePair<string, string>> Options, int Quantity, Money UnitPrice, string? Image);

public sealed record OrderTax(string Kind, string LabelEn, string LabelFr, decimal Rate, Money Amount);
