using System.Globalization;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;

namespace Shop.Platform.Sourcing;

/// <summary>What a new reading of an offer changes, field by field, beside what the shop shows now. Pure.</summary>
internal static class OfferDiff
{
    public const string Title = "title";
    public const string Description = "description";
    public const string Images = "images";
    public const string Category = "category";
    public const string Specifications = "specifications";

    public static List<DiffRow> Between(Offer old, Offer read, Product product, IReadOnlyList<MappedVariant> variants, string? category)
    {
        List<DiffRow> rows =
        [
            Row(Title, old.Title, read.Title, product.TitleEn, product.Edited.HasFlag(ProductFields.Title)),
            Row(Images, Lines(old.Images), Lines(read.Images), Lines(product.Images), product.Edited.HasFlag(ProductFields.Images)),
            Row(Specifications, Text(old.Specifications), Text(read.Specifications), Text(product.Specifications), false),
        ];
        if (read.Description is not null)
            rows.Add(Row(Description, CatalogHtml.Sanitise(old.Description), CatalogHtml.Sanitise(read.Description), product.DescriptionEn, product.Edited.HasFlag(ProductFields.Description)));
        if (read.Category is not null)
            rows.Add(Row(Category, old.Category ?? "", read.Category, category ?? "", product.Edited.HasFlag(ProductFields.Category)));
        rows.AddRange(variants.SelectMany(v => Variant(old, read, v)));
        rows.AddRange(read.Variants.Where(r => variants.All(v => v.Source.Sku != r.Id))
            .Select(r => new DiffRow($"new:{r.Id}", null, $"{Text(r.Options)} {Text(r.Price)}", null, false)));
        return rows.FindAll(r => r.SourceOld != r.SourceNew);
    }

    private static IEnumerable<DiffRow> Variant(Offer old, Offer read, MappedVariant variant)
    {
        var was = old.Variants.FirstOrDefault(v => v.Id == variant.Source.Sku);
        var now = read.Variants.FirstOrDefault(v => v.Id == variant.Source.Sku);
        if (now is null)
            yield return new DiffRow($"gone:{variant.Variant.Id}", Text(variant.Variant.Options), null, Text(variant.Variant.Options), false);
        else if (now.Price is not null)
            yield return Row($"price:{variant.Variant.Id}", Text(was?.Price), Text(now.Price), Text(variant.Variant.Price), variant.Variant.PriceEdited);
    }

    private static DiffRow Row(string field, string old, string read, string ours, bool edited) => new(field, old, read, ours, edited);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Text(IEnumerable<KeyValuePair<string, string>> pairs) => string.Join(", ", pairs.Select(p => $"{p.Key}: {p.Value}"));

    private static string Text(Amount? amount) => amount is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{amount.Value:0.00##} {amount.Currency}");

    private static string Text(decimal? price) => price is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{price:0.00} CAD");
}

/// <summary>One difference of a re-import.</summary>
/// <param name="Field">
/// <c>title</c>, <c>description</c>, <c>images</c>, <c>category</c>, <c>specifications</c>, <c>price:{variant}</c>, <c>gone:{variant}</c> or
/// <c>new:{supplier's SKU}</c>: what to name when applying.
/// </param>
/// <param name="Ours">What the shop shows now. Null for a new variant.</param>
/// <param name="Edited">The merchant set it: applying replaces the merchant's text.</param>
public sealed record DiffRow(string Field, string? SourceOld, string? SourceNew, string? Ours, bool Edited);

internal sealed record MappedVariant(Variant Variant, SupplierVariant Source);
