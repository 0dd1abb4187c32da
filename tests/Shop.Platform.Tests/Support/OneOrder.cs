using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Platform.Tests.Support;

/// <summary>One order whose state a test sets; anything else of the interface is not asked by mails.</summary>
public sealed class OneOrder
{
    public static Id<Order> Id { get; } = new(Guid.Parse("00000000-0000-0000-0000-000000000042"));

    public OrderDetails Details { get; set; } = new(
        Id, "1042", OrderStatus.Pending, "shopper@example.test", "en", new PostalAddress("Zoé <b>Tremblay</b>", "1 rue Principale", "Montréal", "QC", "H2X 1Y4", "CA", "5145550100"),
        [new OrderLineDetails(default(Id<Variant>), default(Id<Product>), "Mug <script>alert(1)</script>", [new("Color", "Snow")], 2, Money.Cad(12.5m), null)],
        Money.Cad(25m), Money.Cad(4.99m),
        [new OrderTax("GST", "GST", "TPS", 5m, Money.Cad(1.5m)), new OrderTax("QST", "QST", "TVQ", 9.975m, Money.Cad(2.99m))],
        Money.Cad(34.48m), Money.Cad(18m), [], null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)
    { Token = "tok" };

    public IOrders AsOrders()
    {
        var orders = System.Reflection.DispatchProxy.Create<IOrders, Proxy>();
        ((Proxy)(object)orders).Order = this;
        return orders;
    }

    /// <summary>Answers only the reading of an order, so that it does not follow every growth of the interface.</summary>
    public class Proxy : System.Reflection.DispatchProxy
    {
        internal OneOrder? Order { get; set; }

        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == nameof(IOrders.FindAsync)
                ? Task.FromResult<OrderDetails?>(args![0]!.Equals(Id) ? Order!.Details : null)
                : throw new InvalidOperationException($"{targetMethod?.Name} is not expected here.");
    }
}
