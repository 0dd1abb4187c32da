using Shop.Platform.Kernel;

namespace Shop.Platform.Catalog;

/// <summary>What the storefront and checkout may read of the catalogue: published products of the current tenant, as shoppers see them.</summary>
public interface ICatalog
{
    /// <summary>One page of published products.</summary>
    Task<ProductList> BrowseAsync(ProductQuery query, CancellationToken cancellationToken);

    /// <summary>A product by its address, published or (not buyable) paused by monitoring. Null when there is none.</summary>
    Task<ProductDetails?> FindAsync(string slug, string language, CancellationToken cancellationToken);

    /// <summary>The variants as they can be bought now; ids that do not exist or are not published are absent.</summary>
    Task<IReadOnlyList<SellableVariant>> VariantsAsync(IReadOnlyCollection<Id<Variant>> ids, string language, CancellationToken cancellationToken);

    /// <summary>Categories that have published products, with their number.</summary>
    Task<IReadOnlyList<CategoryCount>> CategoriesAsync(string language, CancellationToken cancellationToken);

    /// <summary>The same in English.</summary>
    Task<IReadOnlyList<CategoryCount>> CategoriesAsync(CancellationToken cancellationToken) => CategoriesAsync("en", cancellationToken);
}

/// <param name="Text">Words to search for; null or empty lists everything.</param>
/// <param name="Category">Category slug; null for all.</param>
/// <param name="Sort"><c>relevance</c>, <c>newest</c>, <c>price</c>, <c>-price</c> or <c>popular</c>.</param>
/// <param name="Page">From 1.</param>
/// <param name="Language"><c>en</c> or <c>fr</c>.</param>
public sealed record ProductQuery(string? Text, string? Category, string Sort, int Page, int PageSize, string Language)
{
    public decimal? MinPrice { get; init; }
    public decimal? MaxPrice { get; init; }
    public bool InStockOnly { get; init; }
}

public sealed record ProductList(IReadOnlyList<ProductCard> Products, int Total, IReadOnlyList<CategoryCount> Categories);

public sealed record CategoryCount(string Slug, string Name, int Count);

/// <param name="Price">Lowest price of a buyable variant.</param>
/// <param name="CompareAt">Former price, shown struck through. Null when there is none.</param>
/// <param name="Image">Image address on the store's host without size; append <c>?w=</c>. Null when there is none.</param>
public sealed record ProductCard(
    Id<Product> Id, string Slug, string Title, Money Price, Money? CompareAt, bool PriceVaries, string? Image, bool InStock, decimal? Rating, int? RatingCount);

/// <param name="Description">Sanitised HTML.</param>
public sealed record ProductDetails(
    Id<Product> Id, string Slug, string Title, string Description, string? CategorySlug, string? CategoryName,
    IReadOnlyList<string> Images, IReadOnlyList<KeyValuePair<string, string>> Specifications, IReadOnlyList<SellableVariant> Variants,
    decimal? Rating, int? RatingCount, int? MinDays, int? MaxDays, DateTimeOffset UpdatedAt);

/// <param name="Options">Option name → value, in the order shown.</param>
/// <param name="Stock">Pieces that can be bought; null when the supplier does not tell.</param>
/// <param name="Buyable">False when sold out, paused or without price; <paramref name="Reason"/> then is <c>sold-out</c> or <c>unavailable</c>.</param>
public sealed record SellableVariant(
    Id<Variant> Id, Id<Product> ProductId, string ProductSlug, string ProductTitle, IReadOnlyList<KeyValuePair<string, string>> Options,
    Money Price, Money? CompareAt, int? Stock, bool Buyable, string? Reason, string? Image, string TaxCategory);
