using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;

namespace Shop.Platform.Sourcing;

/// <summary>Asks price, stock and shipping of one line.</summary>
internal sealed class SupplyLineQuotes(IConnectors connectors, QuoteCache cache, OfferCosts costs, ITenantAccessor tenant)
{
    public async Task<Outcome<LineQuote>> QuoteAsync(
        SupplierOffer offer, SupplierVariant source, int quantity, string province, bool fresh, CancellationToken cancellationToken)
    {
        var key = new QuoteKey(tenant.Required, offer.ConnectorId, offer.ProductKey);
        var watched = await cache.GetAsync(key, fresh, () => connectors.WatchOfferAsync(offer.ConnectorId, offer.ProductKey, Market.Canada, cancellationToken));
        if (watched.Failed(out var fault, out var read))
            return Why(fault);
        if (read.Value.Variants.Count == 0)
            return Problem.Unavailable("supply.unavailable", "The supplier's answer names no variants. Try again later.");
        if (read.Value.Variants.FirstOrDefault(v => v.Id == source.Sku) is not { } variant)
            return Problem.Conflict("supply.gone", "The supplier no longer has this variant.");
        if (read.Value.Available == false || variant.Stock < quantity)
            return Problem.Conflict("supply.sold-out", variant.Stock > 0 ? $"Only {variant.Stock} are left at the supplier." : "It is sold out at the supplier.");
        if (variant.Price is not { Value: > 0m } price)
            return Problem.Unavailable("supply.no-price", "The supplier names no price now. Try again later.");
        var line = new OrderRequest.Line(offer.ProductKey, source.Sku, quantity) { OrderKey = variant.OrderKey ?? source.OrderKey };
        var shipped = await cache.GetAsync(key with { Sku = source.Sku, Quantity = quantity, Province = province }, fresh,
            () => connectors.QuoteAsync(offer.ConnectorId, line, province, Market.Canada, cancellationToken));
        if (shipped.Failed(out var noShipping, out var options))
            return noShipping.Kind is FaultKind.NotAvailable or FaultKind.NotFound
                ? Problem.Conflict("supply.no-shipping", "The supplier does not ship it to this address.") : Why(noShipping);
        var converted = await ConvertAsync(price, options.Value, cancellationToken);
        if (converted.Failed(out var problem, out var amounts))
            return problem;
        return new LineQuote(
            read.Value.StoreId ?? offer.StoreId, variant, line.OrderKey, price, Money.Cad(amounts.Unit).Round(), amounts.Fees,
            read.At < options.At ? read.At : options.At);
    }

    private async Task<Outcome<Converted>> ConvertAsync(Amount price, IReadOnlyList<ShippingOption> options, CancellationToken cancellationToken)
    {
        if ((await costs.ToCadAsync(price, cancellationToken)).Failed(out var problem, out var unit))
            return problem;
        var fees = new List<ShippingFee>();
        foreach (var option in options)
        {
            if ((await costs.ToCadAsync(option.Fee, cancellationToken)).Failed(out var noRate, out var fee))
                return noRate;
            fees.Add(new ShippingFee(option, Money.Cad(fee).Round()));
        }
        return fees.Count == 0
            ? Problem.Unavailable("supply.unavailable", "The supplier names no way to ship it. Try again later.") : new Converted(unit, fees);
    }

    private static Problem Why(Fault fault) => fault.Kind switch
    {
        FaultKind.NotFound => Problem.Conflict("supply.gone", "The supplier no longer offers this product."),
        FaultKind.NotAvailable => Problem.Conflict("supply.sold-out", "It cannot be bought at the supplier now."),
        _ => Problem.Unavailable("supply.unavailable", "The supplier does not answer now. Try again in a few minutes."),
    };

    private sealed record Converted(decimal Unit, List<ShippingFee> Fees);
}

/// <param name="Fees">Every way to ship this line, in CAD.</param>
internal sealed record LineQuote(
    string? StoreId, OfferVariant Variant, string? OrderKey, Amount SupplierPrice, Money UnitCost, IReadOnlyList<ShippingFee> Fees, DateTimeOffset At);

internal sealed record ShippingFee(ShippingOption Option, Money Cad);
