using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Ordering;

/// <summary>Shows a cart with the prices and stock of this moment.</summary>
public sealed class ViewCart(ShopDb db, ICatalog catalog)
{
    /// <param name="token">From the cookie; null, unknown or another store's shows an empty cart.</param>
    public async Task<CartView> ShowAsync(string? token, string language, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(token, cancellationToken);
        if (lines.Count == 0)
            return CartView.Empty;
        var variants = (await catalog.VariantsAsync([.. lines.Select(l => l.VariantId)], language, cancellationToken)).ToDictionary(v => v.Id);
        return new CartView([.. lines.Select(l => Line(l, variants.GetValueOrDefault(l.VariantId), language))]);
    }

    /// <summary>How many pieces are in a cart: all a page's header needs.</summary>
    public async Task<int> CountAsync(string? token, CancellationToken cancellationToken) => token is null
        ? 0
        : await db.Set<Cart>().Where(c => c.Token == token).SelectMany(c => c.Lines).SumAsync(l => l.Quantity, cancellationToken);

    private async Task<List<CartLine>> LinesAsync(string? token, CancellationToken cancellationToken) => token is null
        ? []
        : await db.Set<Cart>().Where(c => c.Token == token).SelectMany(c => c.Lines).AsNoTracking()
            .OrderBy(l => l.Position).ToListAsync(cancellationToken);

    private static CartLineView Line(CartLine line, SellableVariant? variant, string language)
    {
        var text = new OrderingText(language);
        if (variant is null)
            return new CartLineView(line.VariantId, default, null, line.SeenTitle, [], null, line.Quantity, Money.Cad(line.SeenPrice), "general", text.Gone);
        var problem = !variant.Buyable ? variant.Reason ?? text.SoldOut
            : variant.Stock is { } stock && stock < line.Quantity ? text.OnlyLeft(stock)
            : null;
        return new CartLineView(
            line.VariantId, variant.ProductId, variant.ProductSlug, variant.ProductTitle, variant.Options, variant.Image, line.Quantity, variant.Price, variant.TaxCategory, problem)
        {
            Was = variant.Price.Amount == line.SeenPrice ? null : Money.Cad(line.SeenPrice),
        };
    }
}

public sealed record CartView(IReadOnlyList<CartLineView> Lines)
{
    public static CartView Empty { get; } = new([]);

    public int Count => Lines.Sum(l => l.Quantity);

    /// <summary>Of the lines that can be bought.</summary>
    public Money Goods => Money.Sum(Lines.Where(l => l.Problem is null).Select(l => l.Total), "CAD");

    /// <summary>True when there is something to buy and nothing stands in the way.</summary>
    public bool CanCheckOut => Lines.Count > 0 && Lines.All(l => l.Problem is null);
}

/// <param name="ProductSlug">Null when the product is gone.</param>
/// <param name="Problem">Why this line cannot be bought as it is, for the shopper. Null when it can.</param>
public sealed record CartLineView(
    Id<Variant> Variant, Id<Product> Product, string? ProductSlug, string Title, IReadOnlyList<KeyValuePair<string, string>> Options, string? Image,
    int Quantity, Money UnitPrice, string TaxCategory, string? Problem)
{
    /// <summary>The price when it was added, where it differs from today's.</summary>
    public Money? Was { get; init; }

    public Money Total => UnitPrice * Quantity;
}
