using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

/// <summary>The merchant's list of products with filters.</summary>
public sealed class ListProducts(ShopDb db)
{
    public async Task<ProductRows> RunAsync(ProductListQuery query, CancellationToken cancellationToken)
    {
        var words = SearchWords.Query(query.Text ?? "");
        var found = db.Set<Product>().AsNoTracking().Containing(words);
        if (query.Category is { } slug)
            found = found.Where(p => db.Set<Category>().Any(c => c.Slug == slug && c.Id == p.CategoryId));
        if (query.SourceSite is { } site)
            found = found.Where(p => p.SourceSite == site);
        if (query.Reason is { } reason)
            found = found.Where(p => p.PauseReason == reason);
        var states = await found.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        found = query.State is { } state ? found.Where(p => p.State == state) : found.Where(p => p.State != ProductState.Archived);
        var size = Math.Clamp(query.PageSize ?? 50, 1, 200);
        var total = await found.CountAsync(cancellationToken);
        var sorted = query.Sort is null ? found.OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id) : found.Sorted(query.Sort, words);
        var rows = await sorted.Skip((Math.Max(query.Page ?? 1, 1) - 1) * size).Take(size)
            .Select(p => new { Product = p, Category = db.Set<Category>().Where(c => c.Id == p.CategoryId).Select(c => c.NameEn).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return new ProductRows([.. rows.Select(r => ProductRow.Of(r.Product, r.Category))], total, states);
    }

    internal static async Task<Results<Ok<ProductRows>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ProductListRequest request, ListProducts useCase, CancellationToken cancellationToken) =>
        request.ToQuery().Failed(out var problem, out var query)
            ? (ProblemHttpResult)problem.ToHttp() : TypedResults.Ok(await useCase.RunAsync(query, cancellationToken));
}

/// <summary>The list's query string; the state is written as in JSON (<c>published</c>), which the framework's own enum binding refuses.</summary>
internal sealed record ProductListRequest(
    string? Text = null, string? State = null, string? Category = null, string? SourceSite = null, string? Reason = null,
    string? Sort = null, int? Page = null, int? PageSize = null)
{
    public Outcome<ProductListQuery> ToQuery()
    {
        var state = default(ProductState);
        if (State is not null && !Enum.TryParse(State, ignoreCase: true, out state))
            return Problem.InvalidField("state", "Use draft, published, paused or archived.");
        return new ProductListQuery(Text, State is null ? null : state, Category, SourceSite, Reason, Sort, Page, PageSize);
    }
}

/// <param name="State">Null for all but the archived.</param>
/// <param name="Sort"><c>newest</c>, <c>price</c>, <c>-price</c>, <c>popular</c>, <c>relevance</c>; null for the latest imported first.</param>
public sealed record ProductListQuery(
    string? Text = null, ProductState? State = null, string? Category = null, string? SourceSite = null, string? Reason = null,
    string? Sort = null, int? Page = null, int? PageSize = null);

/// <param name="States">How many there are in each state, whatever state is shown.</param>
public sealed record ProductRows(IReadOnlyList<ProductRow> Products, int Total, IReadOnlyDictionary<ProductState, int> States);

/// <summary>A product under the names of the original data model, and what a merchant needs beside them.</summary>
/// <param name="SourcePrice">As the supplier states it, in <see cref="SourceCurrency"/>.</param>
/// <param name="MarketPrice">The lowest price shoppers pay, in CAD.</param>
public sealed record ProductRow(
    Id<Product> ProductId, string? SourceProductId, string? SourceSite, string Title, string? Description, decimal? SourcePrice, string? SourceCurrency,
    decimal? MarketPrice, string? Category, IReadOnlyList<string> Images, bool IsActive, decimal? DemandScore, DateTimeOffset LastUpdated)
{
    public required string Slug { get; init; }
    public required ProductState State { get; init; }
    public string? PauseReason { get; init; }
    public PausedBy? PausedBy { get; init; }
    public required bool InStock { get; init; }
    public string? SourceUrl { get; init; }
    public IReadOnlyList<string> MerchantEdits { get; init; } = [];
    public int Version { get; init; }

    internal static ProductRow Of(Product p, string? category, bool withDescription = false) => new(
        p.Id, p.SourceProductId, p.SourceSite, p.TitleEn, withDescription ? p.DescriptionEn : null, p.SourcePrice, p.SourceCurrency,
        p.MinPrice, category, p.Images, p.IsActive, p.DemandScore, p.LastUpdated)
    {
        Slug = p.Slug,
        State = p.State,
        PauseReason = p.PauseReason,
        PausedBy = p.PausedBy,
        InStock = p.InStock,
        SourceUrl = p.SourceUrl,
        MerchantEdits = p.Edited == ProductFields.None ? [] : p.Edited.ToString().ToLowerInvariant().Split(", "),
        Version = p.Version,
    };
}
