using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

/// <summary>One product with its variants, price history and edits, for the merchant.</summary>
public sealed class GetProduct(ShopDb db)
{
    public async Task<Outcome<ProductSheet>> RunAsync(Id<Product> id, CancellationToken cancellationToken)
    {
        var product = await db.Set<Product>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (product is null)
            return Problem.NotFound("product");
        var category = product.CategoryId is { } categoryId
            ? await db.Set<Category>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == categoryId, cancellationToken) : null;
        var variants = await db.Set<Variant>().AsNoTracking().Where(v => v.ProductId == id).OrderBy(v => v.Position).ToListAsync(cancellationToken);
        var prices = await db.Set<PriceChange>().AsNoTracking().Where(c => c.ProductId == id)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(100).ToListAsync(cancellationToken);
        var edits = await db.Set<ProductEdit>().AsNoTracking().Where(e => e.ProductId == id)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(20).ToListAsync(cancellationToken);
        return new ProductSheet(
            ProductRow.Of(product, category?.NameEn, withDescription: true), product.TitleFr, product.DescriptionFr, category?.Slug, product.TaxCategory,
            product.Specifications, [.. variants.Select(VariantRow.Of)], [.. prices.Select(PriceRow.Of)],
            [.. edits.Select(e => new EditRow(e.At, e.Actor, e.Before, e.After, e.UndoneAt))]);
    }

    internal static async Task<IResult> HandleAsync(Id<Product> id, GetProduct useCase, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(id, cancellationToken)).ToHttp();
}

public sealed record ProductSheet(
    ProductRow Product, string? TitleFr, string? DescriptionFr, string? CategorySlug, string TaxCategory,
    IReadOnlyList<KeyValuePair<string, string>> Specifications, IReadOnlyList<VariantRow> Variants, IReadOnlyList<PriceRow> PriceHistory,
    IReadOnlyList<EditRow> Edits);

/// <param name="Cost">Landed cost in CAD. Null when unknown.</param>
/// <param name="Stock">Null when the supplier does not tell.</param>
public sealed record VariantRow(
    Id<Variant> Id, IReadOnlyList<KeyValuePair<string, string>> Options, decimal? Price, decimal? CompareAt, decimal? Cost, int? Stock,
    bool Buyable, string? PauseReason, bool PriceEdited, string? Image)
{
    /// <summary>Part of the price that is left after the landed cost, in percent.</summary>
    public decimal? MarginPercent => Price > 0m && Cost is not null ? Math.Round((Price.Value - Cost.Value) / Price.Value * 100m, 1) : null;

    internal static VariantRow Of(Variant v) =>
        new(v.Id, v.Options, v.Price, v.CompareAt, v.Cost, v.Stock, v.Buyable, v.PauseReason, v.PriceEdited, v.Image);
}

public sealed record PriceRow(Id<Variant> Variant, DateTimeOffset At, decimal? OldPrice, decimal? NewPrice, decimal? Cost, string Cause, string Actor)
{
    internal static PriceRow Of(PriceChange c) => new(c.VariantId, c.At, c.OldPrice, c.NewPrice, c.Cost, c.Cause, c.Actor);
}

public sealed record EditRow(DateTimeOffset At, string Actor, ProductPatch Before, ProductPatch After, DateTimeOffset? UndoneAt);
