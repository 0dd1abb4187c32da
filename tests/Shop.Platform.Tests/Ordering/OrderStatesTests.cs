using Shop.Platform.Ordering;

namespace Shop.Platform.Tests.Ordering;

public sealed class OrderStatesTests
{
    [Fact]
    public void Every_status_has_a_row_and_can_be_reached_from_the_first()
    {
        var reached = new HashSet<OrderStatus> { OrderStatus.AwaitingPayment };
        while (reached.SelectMany(s => OrderStates.Table[s]).Any(reached.Add)) { }
        Assert.Equal(Enum.GetValues<OrderStatus>().ToHashSet(), OrderStates.Table.Keys.ToHashSet());
        Assert.Equal(Enum.GetValues<OrderStatus>().ToHashSet(), reached);
    }

    [Fact]
    public void Every_status_leads_to_an_end_and_the_ends_lead_nowhere()
    {
        var ending = new HashSet<OrderStatus> { OrderStatus.Delivered, OrderStatus.Cancelled };
        Assert.All(ending, end => Assert.Empty(OrderStates.Table[end]));
        while (OrderStates.Table.Where(row => row.Value.Any(ending.Contains)).Any(row => ending.Add(row.Key))) { }
        Assert.Equal(Enum.GetValues<OrderStatus>().ToHashSet(), ending);
    }

    [Fact]
    public void No_order_ships_unpaid() => Assert.Equal([OrderStatus.Pending, OrderStatus.Cancelled], OrderStates.Table[OrderStatus.AwaitingPayment]);
}
