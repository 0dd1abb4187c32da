using Shop.Connectors.Sdk;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>What a supplier's search showed, as far as research needs it.</summary>
internal sealed record SearchPayload(long? Total, IReadOnlyList<FoundOffer> Offers);

internal sealed record FoundOffer(string Id, string Title, Amount? Price, string? Url, Amount? Shipping);

/// <summary>A typical offer brought to Canada. Shipping is null when the supplier gave none.</summary>
internal sealed record LandedPayload(string Title, decimal PriceCad, decimal? ShippingCad, string? Url);
