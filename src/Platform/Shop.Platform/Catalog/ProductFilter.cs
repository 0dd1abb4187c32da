using System.Linq.Expressions;

namespace Shop.Platform.Catalog;

/// <summary>Turns search words into conditions and an order that every database can work out.</summary>
internal static class ProductFilter
{
    /// <summary>Products that contain every word.</summary>
    public static IQueryable<Product> Containing(this IQueryable<Product> products, IReadOnlyList<string> words) =>
        words.Aggregate(products, (found, word) => found.Where(p => p.SearchText.Contains(word)));

    /// <summary>More words in the title first, then by popularity.</summary>
    public static IOrderedQueryable<Product> ByRelevance(this IQueryable<Product> products, IReadOnlyList<string> words)
    {
        var ranked = words.Count == 0 ? products.OrderByDescending(p => p.InStock) : products.OrderByDescending(TitleHits(words));
        return ranked.ThenByDescending(p => p.Popularity).ThenBy(p => p.Id);
    }

    public static IOrderedQueryable<Product> Sorted(this IQueryable<Product> products, string sort, IReadOnlyList<string> words) => sort switch
    {
        "newest" => products.OrderByDescending(p => p.PublishedAt).ThenBy(p => p.Id),
        "price" => products.OrderBy(p => p.MinPrice).ThenBy(p => p.Id),
        "-price" => products.OrderByDescending(p => p.MinPrice).ThenBy(p => p.Id),
        "popular" => products.OrderByDescending(p => p.Popularity).ThenBy(p => p.Id),
        _ => products.ByRelevance(words),
    };

    private static Expression<Func<Product, int>> TitleHits(IReadOnlyList<string> words)
    {
        var product = Expression.Parameter(typeof(Product), "p");
        var title = Expression.Property(product, nameof(Product.SearchTitle));
        var contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
        var sum = words.Select(word => (Expression)Expression.Condition(
            Expression.Call(title, contains, Expression.Constant(word)), Expression.Constant(1), Expression.Constant(0))).Aggregate(Expression.Add);
        return Expression.Lambda<Func<Product, int>>(sum, product);
    }
}
