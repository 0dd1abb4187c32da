using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Pricing;

/// <summary>What a rule would make of the live catalogue.</summary>
internal sealed class Repricing(ShopDb db)
{
    /// <summary>Every variant, tracked, beside its product and category, except those of archived products.</summary>
    public async Task<List<Priced>> LoadAsync(CancellationToken cancellationToken) =>
        await db.Set<Variant>()
            .Join(db.Set<Product>().Where(p => p.State != ProductState.Archived), v => v.ProductId, p => p.Id, (v, p) => new { v, p })
            .Select(x => new Priced(x.p, x.v, db.Set<Category>().Where(c => c.Id == x.p.CategoryId).Select(c => c.Slug).FirstOrDefault()))
            .ToListAsync(cancellationToken);

    public static RulePreview Preview(List<Priced> variants, RuleSettings rule)
    {
        var changes = variants.Where(v => v.Variant.Cost is not null).Select(v => Change(v, rule)).ToList();
        var open = changes.Where(c => !c.MerchantPrice).ToList();
        return new RulePreview(
            changes.Count, open.Count(c => c.NewPrice > c.OldPrice), open.Count(c => c.NewPrice < c.OldPrice),
            open.Count(c => c.OldPrice is null), changes.Count(c => c.MerchantPrice),
            [.. open.Where(c => c.NewPrice != c.OldPrice).OrderByDescending(c => Math.Abs(c.NewPrice - (c.OldPrice ?? 0m))).Take(200)]);
    }

    private static PreviewRow Change(Priced v, RuleSettings rule) => new(
        v.Product.Id, v.Variant.Id, v.Product.TitleEn, string.Join(", ", v.Variant.Options.Select(o => o.Value)), v.Variant.Cost!.Value, v.Variant.Price,
        PriceCalculator.Price(v.Variant.Cost!.Value, rule, v.Category), v.Variant.PriceEdited);

    internal sealed record Priced(Product Product, Variant Variant, string? Category);
}

/// <param name="Variants">Variants with a known cost.</param>
/// <param name="Kept">Variants whose price the merchant set: no rule touches them.</param>
/// <param name="Largest">The 200 largest changes.</param>
public sealed record RulePreview(int Variants, int Up, int Down, int New, int Kept, IReadOnlyList<PreviewRow> Largest);

public sealed record PreviewRow(
    Kernel.Id<Product> Product, Kernel.Id<Variant> Variant, string Title, string Options, decimal Cost, decimal? OldPrice, decimal NewPrice, bool MerchantPrice);
