namespace Shop.Platform.Catalog;

/// <summary>A product of the tenant's store.</summary>
public sealed partial class Product;

/// <summary>A buyable form of a product.</summary>
public sealed partial class Variant;
