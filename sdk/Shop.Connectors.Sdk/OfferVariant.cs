namespace Shop.Connectors.Sdk;

/// <summary>One buyable form of an offer (a SKU).</summary>
/// <param name="Id">The supplier's SKU id as text.</param>
public sealed record OfferVariant(string Id)
{
    /// <summary>A second key that orders need (AliExpress <c>sku_attr</c>, 1688 <c>specId</c>, DHgate <c>skuMd5</c>). Null when <see cref="Id"/> is enough.</summary>
    public string? OrderKey { get; init; }

    /// <summary>Option name → the seller's own word for the value, in the supplier's order. Empty for a product without options.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>Effective price of one piece now. Null when unknown.</summary>
    public Amount? Price { get; init; }

    /// <summary>List price before reduction. Null when none is named.</summary>
    public Amount? ListPrice { get; init; }

    /// <summary>Pieces in stock. Null when unknown; 0 only when the supplier says so.</summary>
    public int? Stock { get; init; }

    /// <summary>Absolute address of the variant's own image. Null when it has none.</summary>
    public string? Image { get; init; }
}
