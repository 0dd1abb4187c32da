namespace Shop.Platform.Ordering;

/// <summary>A shopper's order.</summary>
public sealed partial class Order;
