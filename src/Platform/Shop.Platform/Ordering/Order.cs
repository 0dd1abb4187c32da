using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;

namespace Shop.Platform.Ordering;

/// <summary>A shopper's order: a snapshot of what was agreed, and a status that moves only along <see cref="OrderStates"/>.</summary>
public sealed class Order : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<Order> Id { get; init; }
    public int Number { get; init; }

    /// <summary>Unguessable; in the links a guest receives.</summary>
    public required string Token { get; init; }

    public string? CartToken { get; init; }
    public OrderStatus Status { get; private set; }
    public required string Email { get; init; }
    public required string Language { get; init; }
    public required string Name { get; set; }
    public required string Line1 { get; set; }
    public string? Line2 { get; set; }
    public required string City { get; set; }
    public required string Province { get; set; }
    public required string PostalCode { get; set; }
    public required string Phone { get; set; }
    public bool MarketingConsent { get; init; }
    public Money Goods { get; init; }
    public Money Shipping { get; init; }
    public Money Total { get; init; }
    public Money ExpectedCost { get; init; }
    public int? MinDays { get; init; }
    public int? MaxDays { get; init; }
    public DateTimeOffset PlacedAt { get; init; }
    public DateTimeOffset? PaidAt { get; private set; }
    public string? PaymentIntentId { get; private set; }
    public string? PaymentProblem { get; set; }
    public string? CancelReason { get; private set; }
    public List<string> TrackingNumbers { get; private set; } = [];
    public List<OrderLine> Lines { get; init; } = [];
    public List<OrderTaxRow> Taxes { get; init; } = [];
    public List<OrderMove> Moves { get; init; } = [];

    /// <summary>Raised by each move; of two writers the later one loses.</summary>
    public int Version { get; private set; }

    public PostalAddress ShipTo => new(Name, Line1, City, Province, PostalCode, "CA", Phone) { Line2 = Line2 };

    internal Outcome<Done> Pay(string paymentIntentId, DateTimeOffset at, Id<OrderMove> move)
    {
        if (Move(OrderStatus.Pending, at, move, null).Failed(out var problem, out _))
            return problem;
        (PaidAt, PaymentIntentId, PaymentProblem) = (at, paymentIntentId, null);
        return new Done();
    }

    internal Outcome<Done> Cancel(string reason, DateTimeOffset at, Id<OrderMove> move)
    {
        if (Move(OrderStatus.Cancelled, at, move, reason).Failed(out var problem, out _))
            return problem;
        CancelReason = reason;
        return new Done();
    }

    internal void Track(IEnumerable<string> numbers)
    {
        TrackingNumbers = [.. TrackingNumbers.Union(numbers)];
        Version++;
    }

    internal void Redirect(PostalAddress to)
    {
        (Name, Line1, Line2, City, Province, PostalCode, Phone) = (to.Name, to.Line1, to.Line2, to.City, to.Province, to.PostalCode, to.Phone);
        Version++;
    }

    internal Outcome<Done> Move(OrderStatus to, DateTimeOffset at, Id<OrderMove> move, string? why)
    {
        if (!OrderStates.Allows(Status, to))
            return Problem.Conflict("order.state", $"Order {Number} is {Status}; it cannot become {to}.");
        Moves.Add(new OrderMove { TenantId = TenantId, Id = move, OrderId = Id, From = Status, To = to, At = at, Why = why });
        Status = to;
        Version++;
        return new Done();
    }
}

/// <summary>One line as it was sold.</summary>
public sealed class OrderLine : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<OrderLine> Id { get; init; }
    public Id<Order> OrderId { get; init; }
    public int Position { get; init; }
    public Id<Variant> VariantId { get; init; }
    public Id<Product> ProductId { get; init; }
    public required string Title { get; init; }

    /// <summary>Option name → value, as JSON.</summary>
    public required string Options { get; init; }

    public int Quantity { get; init; }
    public Money UnitPrice { get; init; }
    public string? Image { get; init; }
}

/// <summary>One tax as it was charged.</summary>
public sealed class OrderTaxRow : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<OrderTaxRow> Id { get; init; }
    public Id<Order> OrderId { get; init; }
    public int Position { get; init; }
    public required string Kind { get; init; }
    public required string LabelEn { get; init; }
    public required string LabelFr { get; init; }
    public decimal Rate { get; init; }
    public Money Amount { get; init; }
}

/// <summary>One step of an order's history.</summary>
public sealed class OrderMove : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<OrderMove> Id { get; init; }
    public Id<Order> OrderId { get; init; }
    public OrderStatus From { get; init; }
    public OrderStatus To { get; init; }
    public DateTimeOffset At { get; init; }
    public string? Why { get; init; }
}
