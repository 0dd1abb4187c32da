using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.MarketResearch.Scoring;
using Shop.Platform.Pricing;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>What a typical matching offer costs when it reaches Canada: the one with the middle price, with the cheapest shipping.</summary>
internal sealed class LandOffer(IConnectors connectors, IExchangeRates rates)
{
    private const string Province = "ON";

    public async Task<Answer<LandedPayload>> RunAsync(string connector, string topic, SearchPayload? search, CancellationToken cancellationToken)
    {
        if (search is null)
            return new Fault(FaultKind.NotAvailable, "The search for offers gave nothing to price.");
        if (await TypicalAsync(topic, search, cancellationToken) is not { } typical)
            return new Fault(FaultKind.NotAvailable, "No matching offer with a price in a known currency was found.");
        var fee = typical.Offer.Shipping ?? await QuoteAsync(connector, typical.Offer.Id, cancellationToken);
        var shipping = fee is null ? null : await CadAsync(fee, cancellationToken);
        return new LandedPayload(typical.Offer.Title, Math.Round(typical.Cad, 2), shipping is { } cad ? Math.Round(cad, 2) : null, typical.Offer.Url);
    }

    /// <summary>Cheapest within one currency; options in several currencies are not compared.</summary>
    public static ShippingOption? Cheapest(IReadOnlyList<ShippingOption> options) =>
        options.Count == 0 ? null : options.Where(o => o.Fee.Currency == options[0].Fee.Currency).MinBy(o => o.Fee.Value);

    private async Task<(FoundOffer Offer, decimal Cad)?> TypicalAsync(string topic, SearchPayload search, CancellationToken cancellationToken)
    {
        var priced = new List<(FoundOffer Offer, decimal Cad)>();
        foreach (var offer in search.Offers.Where(o => o.Price is not null && TitleMatch.Matches(topic, o.Title)))
        {
            if (await CadAsync(offer.Price!, cancellationToken) is { } cad)
                priced.Add((offer, cad));
        }
        return priced.Count == 0 ? null : priced.OrderBy(p => p.Cad).ThenBy(p => p.Offer.Id, StringComparer.Ordinal).ElementAt((priced.Count - 1) / 2);
    }

    /// <summary>Null when the supplier gives no shipping price.</summary>
    private async Task<Amount?> QuoteAsync(string connector, string productId, CancellationToken cancellationToken)
    {
        var read = await connectors.ReadOfferAsync(connector, productId, Market.Canada, cancellationToken);
        if (read.Failed(out _, out var offer) || offer.Variants.Count == 0)
            return null;
        if (Cheapest(offer.Shipping) is { } stated)
            return stated.Fee;
        var variant = offer.Variants.FirstOrDefault(v => v.Stock is null or > 0) ?? offer.Variants[0];
        var line = new OrderRequest.Line(productId, variant.Id, 1) { OrderKey = variant.OrderKey };
        var quoted = await connectors.QuoteAsync(connector, line, Province, Market.Canada, cancellationToken);
        return quoted.Failed(out _, out var options) ? null : Cheapest(options)?.Fee;
    }

    private async Task<decimal?> CadAsync(Amount amount, CancellationToken cancellationToken)
    {
        var converted = await rates.ToCadAsync(amount, null, cancellationToken);
        return converted.Failed(out _, out var value) ? null : value.Cad.Amount;
    }
}
