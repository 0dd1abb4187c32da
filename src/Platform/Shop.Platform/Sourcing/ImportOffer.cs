using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Reads one offer and makes a priced draft of it. Changes the scope's <c>ShopDb</c> without saving; repeated, it finds what it made.</summary>
internal sealed class ImportOffer(ShopDb db, IConnectors connectors, OfferCosts costs, OfferImages images, OfferDrafts drafts)
{
    public async Task<ImportResult> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        var known = await FindAsync(request, cancellationToken);
        if (known?.ProductId is { } existing)
            return new ImportResult(ItemStatus.Skipped, existing, "It is already in your catalogue.");
        var answer = await connectors.ReadOfferAsync(request.ConnectorId, request.ProductKey, Market.Canada, cancellationToken);
        if (answer.Failed(out var fault, out var offer))
            return ImportResult.Of(fault);
        if (Unusable(offer, request) is { } reason)
            return new ImportResult(ItemStatus.Skipped, null, reason);
        var quote = await costs.QuoteAsync(request.ConnectorId, offer, cancellationToken);
        if (quote.Failed(out var noQuote, out var shipping) && noQuote.Kind is not FaultKind.Unsupported)
            return ImportResult.Of(noQuote);
        if (request.MaxPrice is { } most && offer.Price is { } price && !(await costs.ToCadAsync(price, cancellationToken)).Failed(out _, out var cad) && cad > most)
            return new ImportResult(ItemStatus.Skipped, null, $"It costs CAD {cad:0.00}, more than the limit of {most:0.00}.");
        var pictures = await images.ImportAsync(offer, cancellationToken);
        var product = await drafts.AddAsync(new OfferDraft(request, offer, shipping, pictures, known), cancellationToken);
        return new ImportResult(ItemStatus.Imported, product.Id, pictures.Remark);
    }

    private async Task<SupplierOffer?> FindAsync(ImportRequest request, CancellationToken cancellationToken) =>
        db.Set<SupplierOffer>().Local.FirstOrDefault(o => o.ConnectorId == request.ConnectorId && o.ProductKey == request.ProductKey) ??
        await db.Set<SupplierOffer>().SingleOrDefaultAsync(o => o.ConnectorId == request.ConnectorId && o.ProductKey == request.ProductKey, cancellationToken);

    private static string? Unusable(Offer offer, ImportRequest request)
    {
        if (offer.Variants.Count == 0)
            return "The supplier did not say which variants there are.";
        if (string.IsNullOrWhiteSpace(offer.Title))
            return "The offer has no title.";
        var soldOut = offer.Available == false || offer.Variants.All(v => v.Stock is 0);
        return soldOut && request.OnlyBuyable ? "It is sold out at the supplier." : null;
    }
}

/// <param name="OnlyBuyable">Pass over what is sold out (a run does; a pasted address is taken as it is).</param>
internal sealed record ImportRequest(string ConnectorId, string ProductKey, string Actor, bool OnlyBuyable)
{
    public string? CategoryPath { get; init; }
    public decimal? DemandScore { get; init; }
    public decimal? MaxPrice { get; init; }
}

/// <param name="Reason">Why not; after an import what could not be had, or null.</param>
internal sealed record ImportResult(ItemStatus Status, Id<Product>? Product, string? Reason)
{
    /// <summary>The supplier's fault, when that was the reason: some are worth another try.</summary>
    public Fault? Fault { get; init; }

    public static ImportResult Of(Fault fault) => new(
        fault.Kind is FaultKind.NotFound or FaultKind.NotAvailable ? ItemStatus.Skipped : ItemStatus.Failed, null, fault.Message)
    { Fault = fault };
}
