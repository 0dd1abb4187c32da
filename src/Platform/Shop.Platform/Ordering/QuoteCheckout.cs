using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Pricing;
using Shop.Platform.Pricing.Tax;
using Shop.Platform.Sourcing;

namespace Shop.Platform.Ordering;

/// <summary>Says what a cart costs delivered to a province: goods, shipping, each tax, total, and when it arrives.</summary>
public sealed class QuoteCheckout(ShopDb db, ViewCart carts, ISupply supply, ITaxes taxes, TimeProvider time)
{
    // Taxes go by the calendar day; Eastern time is where most shoppers are and the offices of both revenue agencies count.
    // A machine without time zone data gets the standard offset.
    private static readonly TimeZoneInfo Eastern = TimeZoneInfo.TryFindSystemTimeZoneById("America/Toronto", out var zone)
        ? zone : TimeZoneInfo.CreateCustomTimeZone("Eastern", TimeSpan.FromHours(-5), "Eastern", "Eastern");

    public async Task<Outcome<CheckoutQuote>> QuoteAsync(string? cartToken, string province, string language, CancellationToken cancellationToken)
    {
        var text = new OrderingText(language);
        if (Province.Find(province) is not { } destination)
            return Problem.InvalidField("province", text.Province);
        var cart = await carts.ShowAsync(cartToken, language, cancellationToken);
        if (cart.Lines.Count == 0)
            return Problem.Conflict("checkout.cart-empty", text.CartEmpty);
        if (!cart.CanCheckOut)
            return Problem.Conflict("checkout.cart-blocked", text.CartBlocked);
        var lines = cart.Lines.Select(l => new SupplyLine(l.Variant, l.Quantity)).ToList();
        if ((await supply.QuoteAsync(lines, destination.Code, fresh: false, cancellationToken)).Failed(out var problem, out var quote))
            return problem.Kind == ProblemKind.Unavailable ? problem : Problem.Conflict("checkout.not-shippable", text.NotShippable);
        return await TotalsAsync(cart, destination.Code, quote, cancellationToken);
    }

    private async Task<CheckoutQuote> TotalsAsync(CartView cart, string province, SupplyQuote quote, CancellationToken cancellationToken)
    {
        var settings = await db.Set<CheckoutSettings>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new CheckoutSettings();
        var shipping = settings.Charge(cart.Goods, quote.Shipping);
        var taxable = cart.Lines.Select(l => new TaxableLine(l.TaxCategory, l.Total) { Quantity = l.Quantity }).ToList();
        if (!shipping.IsZero)
            taxable.Add(new TaxableLine("shipping", shipping));
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Eastern).DateTime);
        return new CheckoutQuote(cart, province, shipping, taxes.Calculate(province, day, taxable), quote.Cost.Round())
        {
            MinDays = quote.Groups.Max(g => g.MinDays),
            MaxDays = quote.Groups.Max(g => g.MaxDays),
        };
    }
}

/// <param name="ExpectedCost">What the suppliers take, shipping included.</param>
public sealed record CheckoutQuote(CartView Cart, string Province, Money Shipping, TaxResult Tax, Money ExpectedCost)
{
    public Money Goods => Cart.Goods;
    public Money Total => Tax.Total;

    /// <summary>Days until the last parcel arrives; null when a supplier does not say.</summary>
    public int? MinDays { get; init; }

    public int? MaxDays { get; init; }
}
