using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>A look at what suppliers offer, without importing anything.</summary>
public sealed class SearchSuppliers(ShopDb db, IConnectors connectors)
{
    public async Task<Outcome<SupplierFinds>> RunAsync(string? words, string? connectorId, int page, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(words) || words.Length > 200)
            return Problem.InvalidField("words", "Say in 1 to 200 characters what to look for.");
        var connected = await connectors.SearchableAsync(cancellationToken);
        var asked = connectorId is null ? connected : connected.Where(c => c == connectorId).ToList();
        if (asked.Count == 0)
            return Problem.Conflict("sourcing.no-supplier", "Connect a supplier account first.");
        var finds = new List<SupplierFind>();
        var troubles = new Dictionary<string, string>();
        foreach (var supplier in asked)
        {
            var answer = await connectors.SearchAsync(supplier, words, Math.Max(page, 1), Market.Canada, cancellationToken);
            if (answer.Failed(out var fault, out var found))
                troubles[supplier] = fault.Message;
            else
                finds.AddRange(found.Offers.Select(o => Find(supplier, o)));
        }
        return new SupplierFinds(await MarkKnownAsync(finds, cancellationToken), troubles);
    }

    private static SupplierFind Find(string supplier, Offer o) =>
        new(supplier, o.ProductId, o.Title, o.Url, o.Price?.Value, o.Price?.Currency, o.Images.Count > 0 ? o.Images[0] : null, o.Rating, o.Sold, o.Available, null);

    private async Task<List<SupplierFind>> MarkKnownAsync(List<SupplierFind> finds, CancellationToken cancellationToken)
    {
        var keys = finds.ConvertAll(f => f.ProductKey);
        var known = (await db.Set<SupplierOffer>().Where(o => o.ProductId != null && keys.Contains(o.ProductKey))
            .Select(o => new { o.ConnectorId, o.ProductKey, o.ProductId }).ToListAsync(cancellationToken)).ToDictionary(o => (o.ConnectorId, o.ProductKey), o => o.ProductId);
        return finds.ConvertAll(f => f with { ImportedAs = known.GetValueOrDefault((f.ConnectorId, f.ProductKey)) });
    }

    internal static async Task<IResult> HandleAsync(
        string? words, string? connectorId, int? page, SearchSuppliers useCase, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(words, connectorId, page ?? 1, cancellationToken)).ToHttp();
}

/// <param name="Troubles">Supplier → why it gave nothing.</param>
public sealed record SupplierFinds(IReadOnlyList<SupplierFind> Offers, IReadOnlyDictionary<string, string> Troubles);

/// <param name="ImportedAs">The product it already is. Null when it is new.</param>
public sealed record SupplierFind(
    string ConnectorId, string ProductKey, string Title, string? Url, decimal? Price, string? Currency, string? Image, decimal? Rating, string? Sold,
    bool? Available, Id<Product>? ImportedAs);
