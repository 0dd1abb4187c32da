using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Platform.Kernel;

namespace Shop.Platform.Catalog;

/// <summary>The store's public reading of products. Never shows what a product costs us.</summary>
internal static class StoreProducts
{
    public static async Task<Ok<ProductList>> ListAsync([AsParameters] StoreQuery query, ICatalog catalog, CancellationToken cancellationToken) =>
        TypedResults.Ok(await catalog.BrowseAsync(query.ToProductQuery(), cancellationToken));

    public static async Task<Results<Ok<ProductDetails>, ProblemHttpResult>> FindAsync(
        string slug, string? lang, ICatalog catalog, CancellationToken cancellationToken) =>
        await catalog.FindAsync(slug, StoreQuery.Language(lang), cancellationToken) is { } product
            ? TypedResults.Ok(product) : (ProblemHttpResult)Problem.NotFound("product").ToHttp();

    public static async Task<Ok<IReadOnlyList<CategoryCount>>> CategoriesAsync(string? lang, ICatalog catalog, CancellationToken cancellationToken) =>
        TypedResults.Ok(await catalog.CategoriesAsync(StoreQuery.Language(lang), cancellationToken));
}

/// <param name="Q">Words to search for.</param>
/// <param name="Lang"><c>en</c> or <c>fr</c>; null follows the request's culture.</param>
internal sealed record StoreQuery(
    string? Q = null, string? Category = null, string? Sort = null, int? Page = null, int? PageSize = null, decimal? MinPrice = null,
    decimal? MaxPrice = null, bool? InStock = null, string? Lang = null)
{
    public ProductQuery ToProductQuery() => new(Q, Category, Sort ?? "relevance", Page ?? 1, PageSize ?? 24, Language(Lang))
    {
        MinPrice = MinPrice,
        MaxPrice = MaxPrice,
        InStockOnly = InStock ?? false,
    };

    public static string Language(string? asked) =>
        (asked ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) == "fr" ? "fr" : "en";
}
