using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

/// <summary>The catalogue as shoppers see it: three queries for a list, three for a product page, one for variants.</summary>
internal sealed class CatalogReader(ShopDb db) : ICatalog
{
    private const int LargestPage = 100;

    public async Task<ProductList> BrowseAsync(ProductQuery query, CancellationToken cancellationToken)
    {
        var words = SearchWords.Query(query.Text ?? "");
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(query.Text))
            return new ProductList([], 0, await CategoriesAsync(query.Language, cancellationToken));
        var found = Narrow(Published().Containing(words), query);
        var counts = await CountAsync(found, cancellationToken);
        if (query.Category is { } slug)
        {
            if (counts.FirstOrDefault(c => c.Category.Slug == slug)?.Category is not { } category)
                return new ProductList([], 0, Shown(counts, query.Language));
            var below = CategoryTree.Below(category, [.. counts.Select(c => c.Category)]);
            found = found.Where(p => below.Contains(p.CategoryId));
        }
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var total = await found.CountAsync(cancellationToken);
        var page = await found.Sorted(query.Sort, words).Skip((Math.Max(query.Page, 1) - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new ProductList([.. page.Select(p => Card(p, query.Language))], total, Shown(counts, query.Language));
    }

    public async Task<ProductDetails?> FindAsync(string slug, string language, CancellationToken cancellationToken)
    {
        var product = await Visible().SingleOrDefaultAsync(p => p.Slug == slug, cancellationToken);
        if (product is null)
            return null;
        var variants = await db.Set<Variant>().AsNoTracking().Where(v => v.ProductId == product.Id).OrderBy(v => v.Position).ToListAsync(cancellationToken);
        var category = product.CategoryId is { } id
            ? await db.Set<Category>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : null;
        return new ProductDetails(
            product.Id, product.Slug, product.Title(language), product.Description(language), category?.Slug, category?.Name(language),
            product.Images, product.Specifications, [.. variants.Where(v => v.Price is not null).Select(v => Sellable(product, v, language))],
            product.Rating, product.RatingCount, product.MinDays, product.MaxDays, product.LastUpdated);
    }

    public async Task<IReadOnlyList<SellableVariant>> VariantsAsync(IReadOnlyCollection<Id<Variant>> ids, string language, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var rows = await db.Set<Variant>().AsNoTracking().Where(v => ids.Contains(v.Id) && v.Price != null)
            .Join(Visible(), v => v.ProductId, p => p.Id, (v, p) => new { Variant = v, Product = p }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => Sellable(r.Product, r.Variant, language))];
    }

    public async Task<IReadOnlyList<CategoryCount>> CategoriesAsync(string language, CancellationToken cancellationToken) =>
        Shown(await CountAsync(Published(), cancellationToken), language);

    private IQueryable<Product> Published() => db.Set<Product>().AsNoTracking().Where(p => p.State == ProductState.Published);

    /// <summary>What monitoring paused stays visible as "not available"; what the merchant took down is gone for shoppers.</summary>
    private IQueryable<Product> Visible() => db.Set<Product>().AsNoTracking().Where(p =>
        p.State == ProductState.Published || (p.State == ProductState.Paused && p.PausedBy == PausedBy.Monitoring));

    private static IQueryable<Product> Narrow(IQueryable<Product> products, ProductQuery query)
    {
        if (query.MinPrice is { } min)
            products = products.Where(p => p.MaxPrice >= min);
        if (query.MaxPrice is { } max)
            products = products.Where(p => p.MinPrice <= max);
        return query.InStockOnly ? products.Where(p => p.InStock) : products;
    }

    private async Task<List<CategoryRow>> CountAsync(IQueryable<Product> products, CancellationToken cancellationToken) =>
        await db.Set<Category>().AsNoTracking().OrderBy(c => c.NameEn)
            .Select(c => new CategoryRow(c, products.Count(p => p.CategoryId == c.Id))).ToListAsync(cancellationToken);

    /// <summary>Counts include what lies below; empty ones are left out.</summary>
    private static List<CategoryCount> Shown(List<CategoryRow> rows, string language)
    {
        var all = rows.ConvertAll(r => r.Category);
        return [.. rows.Select(r => new CategoryCount(r.Category.Slug, r.Category.Name(language), Sum(r.Category, rows, all))).Where(c => c.Count > 0)];
    }

    private static int Sum(Category category, List<CategoryRow> rows, List<Category> all)
    {
        var below = CategoryTree.Below(category, all);
        return rows.Where(r => below.Contains(r.Category.Id)).Sum(r => r.Count);
    }

    private static ProductCard Card(Product product, string language) => new(
        product.Id, product.Slug, product.Title(language), Money.Cad(product.MinPrice ?? 0m), product.CompareAt is { } former ? Money.Cad(former) : null,
        product.MaxPrice > product.MinPrice, product.Images.Count > 0 ? product.Images[0] : null, product.InStock, product.Rating, product.RatingCount);

    private static SellableVariant Sellable(Product product, Variant variant, string language)
    {
        var reason = Reason(product, variant);
        return new SellableVariant(
            variant.Id, product.Id, product.Slug, product.Title(language), variant.Options, Money.Cad(variant.Price!.Value),
            variant.CompareAt is { } former ? Money.Cad(former) : null, variant.Stock, reason is null, reason,
            variant.Image ?? (product.Images.Count > 0 ? product.Images[0] : null), product.TaxCategory);
    }

    /// <summary>For shoppers: they need not know our margins. The pages translate by these words.</summary>
    private static string? Reason(Product product, Variant variant)
    {
        if (variant.Stock is 0 || product.PauseReason == PauseReasons.SoldOut)
            return "sold-out";
        return product.State == ProductState.Published && variant.PauseReason is null ? null : "unavailable";
    }

    private sealed record CategoryRow(Category Category, int Count);
}
