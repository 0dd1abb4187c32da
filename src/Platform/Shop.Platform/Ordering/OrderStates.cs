namespace Shop.Platform.Ordering;

/// <summary>Which status may follow which. Everything that moves an order goes by this table.</summary>
internal static class OrderStates
{
    public static IReadOnlyDictionary<OrderStatus, OrderStatus[]> Table { get; } = new Dictionary<OrderStatus, OrderStatus[]>
    {
        [OrderStatus.AwaitingPayment] = [OrderStatus.Pending, OrderStatus.Cancelled],
        [OrderStatus.Pending] = [OrderStatus.Placed, OrderStatus.Cancelled],
        [OrderStatus.Placed] = [OrderStatus.Shipped, OrderStatus.Delivered, OrderStatus.Cancelled],
        // A parcel can be lost on its way: the money goes back and the order ends.
        [OrderStatus.Shipped] = [OrderStatus.Delivered, OrderStatus.Cancelled],
        [OrderStatus.Delivered] = [],
        [OrderStatus.Cancelled] = [],
    };

    public static bool Allows(OrderStatus from, OrderStatus to) => Table[from].Contains(to);

    /// <summary>True when an order in <paramref name="now"/> has already been in <paramref name="status"/> or beyond, so that being told again changes nothing.</summary>
    public static bool IsPast(OrderStatus now, OrderStatus status) => now != OrderStatus.Cancelled && now >= status;
}
