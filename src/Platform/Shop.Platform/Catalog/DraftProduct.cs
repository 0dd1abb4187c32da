using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

/// <summary>Makes a draft. Changes the scope's <c>ShopDb</c> without saving.</summary>
public sealed class DraftProduct(ShopDb db, IIdSource ids, TimeProvider time, CategoryTree categories)
{
    public async Task<DraftedProduct> AddAsync(NewProduct request, CancellationToken cancellationToken)
    {
        var category = await categories.FindOrAddAsync(request.CategoryPath, cancellationToken);
        var product = new Product
        {
            Id = ids.New<Product>(),
            Slug = await FreeSlugAsync(request.Title, cancellationToken),
            TitleEn = Shorten(request.Title),
            DescriptionEn = CatalogHtml.Sanitise(request.Description),
            CategoryId = category?.Id,
            Images = request.Images,
            Specifications = request.Specifications,
            SourceSite = request.SourceSite,
            SourceProductId = request.SourceProductId,
            SourceUrl = request.SourceUrl,
            SourcePrice = request.SourcePrice,
            SourceCurrency = request.SourceCurrency,
            DemandScore = request.DemandScore,
            Rating = request.Rating,
            RatingCount = request.RatingCount,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(product);
        var variants = request.Variants.Select((v, i) => new Variant
        {
            Id = ids.New<Variant>(),
            ProductId = product.Id,
            Position = i,
            Options = v.Options,
            Image = v.Image,
            Cost = v.Cost,
            Stock = v.Stock,
        }).ToList();
        db.AddRange(variants);
        product.Index(category, variants);
        product.Summarise(variants, time.GetUtcNow());
        return new DraftedProduct(product, variants);
    }

    private static string Shorten(string title) => title.Length > 500 ? title[..500] : title;

    private async Task<string> FreeSlugAsync(string title, CancellationToken cancellationToken)
    {
        var slug = Slugs.From(title, "product");
        var taken = await db.Set<Product>().Where(p => p.Slug.StartsWith(slug)).Select(p => p.Slug).ToListAsync(cancellationToken);
        return Slugs.Free(slug, taken.Concat(db.Set<Product>().Local.Select(p => p.Slug)).ToHashSet());
    }
}

/// <param name="Description">HTML as the supplier wrote it; it is sanitised here.</param>
/// <param name="CategoryPath">Names from the root, separated by <c>/</c> or <c>&gt;</c>; made where missing. Null for none.</param>
/// <param name="Images">Addresses on the store's host.</param>
public sealed record NewProduct(
    string Title, string? Description, string? CategoryPath, IReadOnlyList<string> Images,
    IReadOnlyList<KeyValuePair<string, string>> Specifications, IReadOnlyList<NewVariant> Variants)
{
    public string? SourceSite { get; init; }
    public string? SourceProductId { get; init; }
    public string? SourceUrl { get; init; }
    public decimal? SourcePrice { get; init; }
    public string? SourceCurrency { get; init; }
    public decimal? DemandScore { get; init; }
    public decimal? Rating { get; init; }
    public int? RatingCount { get; init; }
}

/// <param name="Cost">Landed cost of one piece in CAD. Null when unknown.</param>
public sealed record NewVariant(IReadOnlyList<KeyValuePair<string, string>> Options, string? Image, decimal? Cost, int? Stock);

/// <param name="Variants">In the order of the request.</param>
public sealed record DraftedProduct(Product Product, IReadOnlyList<Variant> Variants);
