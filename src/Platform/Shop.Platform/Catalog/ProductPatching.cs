using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

/// <summary>Applies a patch to a loaded product and tells how the touched fields were.</summary>
public sealed class ProductPatching(ShopDb db, IIdSource ids, TimeProvider time, CategoryTree categories)
{
    public async Task<Outcome<ProductPatch>> ApplyAsync(
        Product product, IReadOnlyList<Variant> variants, ProductPatch patch, string actor, CancellationToken cancellationToken)
    {
        if (Check(product, variants, patch) is { } problem)
            return problem;
        var category = product.CategoryId is { } id ? await categories.GetAsync(id, cancellationToken) : null;
        var before = Before(product, variants, patch, category);
        if (patch.Category is { } slug)
        {
            category = slug.Length == 0 ? null : await categories.FindAsync(slug, cancellationToken);
            if (slug.Length > 0 && category is null)
                return Problem.InvalidField("category", $"There is no category '{slug}'.");
            product.CategoryId = category?.Id;
        }
        SetTexts(product, patch);
        SetPrices(variants, patch, actor);
        product.Edited = patch.Edited ?? product.Edited | Touched(patch, variants);
        product.Index(category, variants);
        product.Summarise(variants, time.GetUtcNow());
        return before;
    }

    private static Problem? Check(Product product, IReadOnlyList<Variant> variants, ProductPatch patch)
    {
        if (patch.TitleEn is { } title && (string.IsNullOrWhiteSpace(title) || title.Length > 500))
            return Problem.InvalidField("titleEn", "Give a title of 1 to 500 characters.");
        if (patch.TitleFr?.Length > 500)
            return Problem.InvalidField("titleFr", "Give a title of at most 500 characters.");
        if (patch.TaxCategory is { } tax && tax is not ("general" or "childrens_clothing"))
            return Problem.InvalidField("taxCategory", "Use general or childrens_clothing.");
        // Undo puts back images that an edit removed, so any image this shop stores itself is accepted.
        if (patch.Images?.FirstOrDefault(i => !i.StartsWith("/media/", StringComparison.Ordinal)) is { } foreign)
            return Problem.InvalidField("images", $"'{foreign}' is not an image of this shop.");
        foreach (var price in patch.Prices ?? [])
        {
            if (variants.All(v => v.Id != price.Variant))
                return Problem.InvalidField("prices", $"Variant {price.Variant} does not belong to {product.TitleEn}.");
            if (price.Price is <= 0m or > 1_000_000m || (price.Price is { } p && p != Math.Round(p, 2)))
                return Problem.InvalidField("prices", "A price is more than 0 and has at most two decimals.");
        }
        return null;
    }

    private static ProductPatch Before(Product product, IReadOnlyList<Variant> variants, ProductPatch patch, Category? category) => new()
    {
        TitleEn = patch.TitleEn is null ? null : product.TitleEn,
        TitleFr = patch.TitleFr is null ? null : product.TitleFr ?? "",
        DescriptionEn = patch.DescriptionEn is null ? null : product.DescriptionEn,
        DescriptionFr = patch.DescriptionFr is null ? null : product.DescriptionFr ?? "",
        Category = patch.Category is null ? null : category?.Slug ?? "",
        TaxCategory = patch.TaxCategory is null ? null : product.TaxCategory,
        Images = patch.Images is null ? null : product.Images,
        Prices = patch.Prices?.Select(p => variants.First(v => v.Id == p.Variant))
            .Select(v => new VariantPricePatch(v.Id, v.Price, v.CompareAt) { Edited = v.PriceEdited }).ToList(),
        Edited = product.Edited,
    };

    private static void SetTexts(Product product, ProductPatch patch)
    {
        product.TitleEn = patch.TitleEn?.Trim() ?? product.TitleEn;
        product.TitleFr = patch.TitleFr is { } titleFr ? NullIfEmpty(titleFr.Trim()) : product.TitleFr;
        product.DescriptionEn = patch.DescriptionEn is { } en ? CatalogHtml.Sanitise(en) : product.DescriptionEn;
        product.DescriptionFr = patch.DescriptionFr is { } fr ? NullIfEmpty(CatalogHtml.Sanitise(fr)) : product.DescriptionFr;
        product.TaxCategory = patch.TaxCategory ?? product.TaxCategory;
        product.Images = patch.Images ?? product.Images;
    }

    private void SetPrices(IReadOnlyList<Variant> variants, ProductPatch patch, string actor)
    {
        var cause = patch.Edited is null ? "merchant's edit" : "edit undone";
        foreach (var price in patch.Prices ?? [])
        {
            var variant = variants.First(v => v.Id == price.Variant);
            var given = price.Price is not null || price.Edited is not null;
            db.Log(variant.SetByMerchant(
                given ? price.Price : variant.Price, given ? price.CompareAt : variant.CompareAt, price.Edited ?? price.Price is not null,
                cause, actor, time.GetUtcNow()), ids);
        }
    }

    private static ProductFields Touched(ProductPatch patch, IReadOnlyList<Variant> variants)
    {
        var touched = ProductFields.None;
        if (patch.TitleEn is not null || patch.TitleFr is not null)
            touched |= ProductFields.Title;
        if (patch.DescriptionEn is not null || patch.DescriptionFr is not null)
            touched |= ProductFields.Description;
        if (patch.Images is not null)
            touched |= ProductFields.Images;
        if (patch.Category is not null)
            touched |= ProductFields.Category;
        return variants.Any(v => v.PriceEdited) ? touched | ProductFields.Price : touched;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
