using Shop.Platform.Kernel;

namespace Shop.Platform.Catalog;

/// <summary>A place in the store's category tree.</summary>
public sealed class Category : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<Category> Id { get; init; }

    /// <summary>Unique in the store.</summary>
    public required string Slug { get; init; }

    public required string NameEn { get; set; }
    public string? NameFr { get; set; }
    public Id<Category>? ParentId { get; init; }

    public string Name(string language) => language == "fr" ? NameFr ?? NameEn : NameEn;
}
