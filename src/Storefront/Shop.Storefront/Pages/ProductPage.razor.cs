using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;

namespace Shop.Storefront.Pages;

public sealed partial class ProductPage
{
    private ProductDetails? product;
    private SellableVariant? chosen;
    private string? problem;

    [Parameter] public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "v")] public string? VariantText { get; set; }

    [SupplyParameterFromQuery(Name = "problem")] public string? ProblemCode { get; set; }

    /// <summary>The chosen variant's own picture first.</summary>
    private List<string> Images => [.. product!.Images.Prepend(chosen?.Image).OfType<string>().Distinct().Take(12)];

    private List<string> OptionNames => [.. product!.Variants.SelectMany(v => v.Options).Select(o => o.Key).Distinct()];

    private string Summary
    {
        get
        {
            var text = WhiteSpace().Replace(Tag().Replace(product!.Description, " "), " ").Trim();
            return text.Length == 0 ? product.Title : text.Length > 155 ? text[..155] + "…" : text;
        }
    }

    private string StockText => chosen switch
    {
        { Buyable: false } gone => gone.Reason ?? W.SoldOut,
        { Stock: { } stock and <= 10 } => W.OnlyLeft(stock),
        _ => W.InStock,
    };

    protected override async Task OnInitializedAsync()
    {
        product = await Catalog.FindAsync(Slug, Frame.Language, Aborted);
        if (product is null)
        {
            Status(404);
            return;
        }
        chosen = (Id<Variant>.TryParse(VariantText, null, out var id) ? product.Variants.FirstOrDefault(v => v.Id == id) : null)
            ?? product.Variants.Where(v => v.Buyable).MinBy(v => v.Price.Amount) ?? (product.Variants.Count > 0 ? product.Variants[0] : null);
        problem = ProblemCode switch
        {
            null => null,
            "cart.full" => W.Say("Your cart is full.", "Votre panier est plein."),
            "invalid" => W.Say("Choose a quantity between 1 and 99.", "Choisissez une quantité entre 1 et 99."),
            _ => W.Say("There is not enough left for this quantity.", "Il n’en reste pas assez pour cette quantité."),
        };
    }

    private static string? ValueOf(SellableVariant variant, string option) => variant.Options.FirstOrDefault(o => o.Key == option).Value;

    private List<string> ValuesOf(string option) => [.. product!.Variants.Select(v => ValueOf(v, option)).OfType<string>().Distinct()];

    /// <summary>The variant with this value that keeps most of the other choices; one that can be bought wins a tie.</summary>
    private SellableVariant Nearest(string option, string value) => product!.Variants.Where(v => ValueOf(v, option) == value)
        .MaxBy(v => (OptionNames.Count(o => o != option && ValueOf(v, o) == ValueOf(chosen!, o)) * 2) + (v.Buyable ? 1 : 0))!;

    /// <summary>schema.org Product with its offers. A data block, not a script: the content security policy does not concern it.</summary>
    private RenderFragment JsonLd => builder => builder.AddMarkupContent(0, $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(Data())}</script>");

    private Dictionary<string, object?> Data()
    {
        var data = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Product",
            ["name"] = product!.Title,
            ["description"] = Summary,
            ["image"] = product.Images.Take(6).Select(i => Frame.Absolute(i + "?w=960")),
            ["sku"] = chosen?.Id.ToString(),
            ["offers"] = product.Variants.Take(50).Select(Offer),
        };
        if (product is { Rating: { } rating, RatingCount: > 0 })
            data["aggregateRating"] = new Dictionary<string, object?> { ["@type"] = "AggregateRating", ["ratingValue"] = rating, ["reviewCount"] = product.RatingCount };
        return data;
    }

    private Dictionary<string, object?> Offer(SellableVariant variant) => new()
    {
        ["@type"] = "Offer",
        ["sku"] = variant.Id.ToString(),
        ["price"] = variant.Price.Amount.ToString("0.00", CultureInfo.InvariantCulture),
        ["priceCurrency"] = variant.Price.Currency,
        ["availability"] = variant.Buyable ? "https://schema.org/InStock" : "https://schema.org/OutOfStock",
        ["itemCondition"] = "https://schema.org/NewCondition",
        ["url"] = Frame.Absolute($"/p/{product!.Slug}?v={variant.Id}"),
    };

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
