using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Catalog;

/// <summary>What shoppers see of a product changed: text, price, stock or publication. Caches and live pages follow.</summary>
public sealed record ProductChanged(Id<Product> ProductId) : IEvent;
