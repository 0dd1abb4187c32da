using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;

namespace Shop.Platform.Sourcing;

/// <summary>Asks the suppliers behind variants what they cost now and how they ship: at checkout and again just before ordering.</summary>
public interface ISupply
{
    /// <summary>Quotes all lines to a province of Canada. Lines of one supplier store ship together in one group.</summary>
    /// <param name="fresh">True asks the supplier now; false may use a quote at most 15 minutes old.</param>
    /// <returns>The quote; a line that cannot be supplied is a problem that names it, never a silent omission.</returns>
    Task<Outcome<SupplyQuote>> QuoteAsync(IReadOnlyList<SupplyLine> lines, string province, bool fresh, CancellationToken cancellationToken);

    /// <summary>Other offers for the same variant, best first: same item by match score, with landed cost. Empty when there are none.</summary>
    Task<IReadOnlyList<AlternativeOffer>> AlternativesAsync(Id<Variant> variant, int quantity, string province, CancellationToken cancellationToken);

    /// <summary>Makes an alternative the source of a variant from now on. Changes the scope's <c>ShopDb</c> without saving.</summary>
    Task<Outcome<Done>> UseAsync(Id<Variant> variant, string connectorId, string productId, string supplierVariantId, string actor, CancellationToken cancellationToken);
}

public sealed record SupplyLine(Id<Variant> Variant, int Quantity);

/// <param name="Groups">One per connector and supplier store: each becomes one supplier order and parcel.</param>
/// <param name="QuotedAt">When the oldest part was read.</param>
public sealed record SupplyQuote(IReadOnlyList<SupplyGroup> Groups, DateTimeOffset QuotedAt)
{
    /// <summary>What all of it costs us, shipping included, in CAD at the stored rate.</summary>
    public Money Cost => Money.Sum(Groups.Select(g => g.Cost), "CAD");

    /// <summary>What the suppliers take for shipping, in CAD.</summary>
    public Money Shipping => Money.Sum(Groups.Select(g => g.ShippingFee), "CAD");
}

/// <param name="ShippingCode">The supplier's code of the cheapest tracked option.</param>
public sealed record SupplyGroup(
    string ConnectorId, string? StoreId, IReadOnlyList<SupplyGroupLine> Lines, string? ShippingCode, Money ShippingFee, int? MinDays, int? MaxDays)
{
    public Money Cost => Money.Sum(Lines.Select(l => l.UnitCost * l.Quantity), "CAD") + ShippingFee;
}

/// <param name="UnitCost">In CAD at the stored rate.</param>
/// <param name="SupplierPrice">As the supplier states it.</param>
/// <param name="Stock">Null when unknown.</param>
public sealed record SupplyGroupLine(
    Id<Variant> Variant, int Quantity, string ProductId, string SupplierVariantId, string? OrderKey, Money UnitCost, Amount SupplierPrice, int? Stock);

public sealed record AlternativeOffer(
    string ConnectorId, string ProductId, string SupplierVariantId, string Title, Money UnitCost, Money ShippingFee, int? Stock, decimal MatchScore, string Why);
