using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Pricing;

namespace Shop.Platform.Sourcing;

/// <summary>What one piece costs us delivered to Canada.</summary>
internal sealed class OfferCosts(IConnectors connectors, CadRates rates)
{
    /// <summary>The tracked option with the lowest fee; where none is known to be tracked, the lowest of those not known to be untracked, then any.</summary>
    public static ShippingOption? Cheapest(IEnumerable<ShippingOption> options) =>
        options.OrderBy(o => o.Tracked switch { true => 0, null => 1, false => 2 }).ThenBy(o => o.Fee.Value).ThenBy(o => o.Code, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Shipping of one piece, from the offer itself where it states it, else asked.</summary>
    public async Task<Answer<ShippingOption>> QuoteAsync(string connectorId, Offer offer, CancellationToken cancellationToken)
    {
        if (Cheapest(offer.Shipping) is { } stated)
            return stated;
        var variant = offer.Variants.Where(v => v.Stock is not 0).MinBy(v => v.Price?.Value ?? decimal.MaxValue) ?? offer.Variants[0];
        var line = new OrderRequest.Line(offer.ProductId, variant.Id, 1) { OrderKey = variant.OrderKey };
        var answer = await connectors.QuoteAsync(connectorId, line, null, Market.Canada, cancellationToken);
        if (answer.Failed(out var fault, out var options))
            return fault;
        return Cheapest(options) is { } cheapest
            ? cheapest : new Fault(FaultKind.LayoutChanged, "The supplier answered without any way to ship it.");
    }

    /// <summary>Goods and shipping in CAD, rounded up to the cent. Null while a price, the shipping or a rate is unknown.</summary>
    public async Task<decimal?> LandedAsync(Amount? price, Amount? shipping, CancellationToken cancellationToken)
    {
        if (price is null || shipping is null || (await rates.ToCadAsync(price, cancellationToken)).Failed(out _, out var goods)
            || (await rates.ToCadAsync(shipping, cancellationToken)).Failed(out _, out var fee))
            return null;
        return Math.Ceiling((goods + fee) * 100m) / 100m;
    }

    /// <summary>What the merchant should know about import charges. Null when it ships from Canada.</summary>
    public static string? ImportRemark(string? shipsFrom, decimal? goodsCad) => shipsFrom switch
    {
        "CA" => null,
        null => "Ships from an unknown country: duty and tax on arrival cannot be foreseen.",
        _ when goodsCad <= 20m => "Postal parcels up to CAD 20 enter without duty or tax.",
        _ => "Above CAD 20 duty and tax may be charged on arrival; they are not part of the cost shown here.",
    };

    /// <summary>CAD for a supplier's amount; a problem when no rate is stored.</summary>
    public Task<Outcome<decimal>> ToCadAsync(Amount amount, CancellationToken cancellationToken) => rates.ToCadAsync(amount, cancellationToken);
}
