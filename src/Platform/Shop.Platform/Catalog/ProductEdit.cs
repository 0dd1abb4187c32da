using Shop.Platform.Kernel;

namespace Shop.Platform.Catalog;

/// <summary>A merchant's edit, kept so that it can be undone.</summary>
public sealed class ProductEdit : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<ProductEdit> Id { get; init; }
    public Id<Product> ProductId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Actor { get; init; }

    /// <summary>What changed.</summary>
    public required ProductPatch After { get; init; }

    /// <summary>The same fields as they were.</summary>
    public required ProductPatch Before { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>Changed fields of a product; null leaves a field as it is, an empty text clears it.</summary>
public sealed record ProductPatch
{
    public string? TitleEn { get; init; }
    public string? TitleFr { get; init; }
    public string? DescriptionEn { get; init; }
    public string? DescriptionFr { get; init; }

    /// <summary>Category slug; empty for none.</summary>
    public string? Category { get; init; }

    public string? TaxCategory { get; init; }

    /// <summary>Image addresses in order: the product's own, or removed from it.</summary>
    public IReadOnlyList<string>? Images { get; init; }

    public IReadOnlyList<VariantPricePatch>? Prices { get; init; }

    /// <summary>With an undo: which fields belonged to the merchant before.</summary>
    public ProductFields? Edited { get; init; }
}

/// <param name="Price">Null gives the price back to the rule: it stays as it is until the rule next changes it.</param>
public sealed record VariantPricePatch(Id<Variant> Variant, decimal? Price, decimal? CompareAt)
{
    /// <summary>With an undo: was it the merchant's price before?</summary>
    public bool? Edited { get; init; }
}
