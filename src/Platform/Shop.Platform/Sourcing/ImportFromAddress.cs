using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;

namespace Shop.Platform.Sourcing;

/// <summary>Imports the product whose supplier address a person pasted.</summary>
public sealed class ImportFromAddress
{
    private readonly ShopDb _db;
    private readonly IConnectors _connectors;
    private readonly ImportOffer _import;
    private readonly IWorkflows _workflows;

    internal ImportFromAddress(ShopDb db, IConnectors connectors, ImportOffer import, IWorkflows workflows) =>
        (_db, _connectors, _import, _workflows) = (db, connectors, import, workflows);

    public async Task<Outcome<ImportedProduct>> RunAsync(PastedAddress request, string actor, CancellationToken cancellationToken)
    {
        if (request is { ConnectorId: { } connector, ProductKey: { } key })
            return await ImportAsync(new RecognizedProduct(connector, key), request.Category, actor, cancellationToken);
        if (string.IsNullOrWhiteSpace(request.Address) || request.Address.Length > 2000)
            return Problem.InvalidField("address", "Paste the address of a supplier's product page.");
        var product = await _connectors.RecognizeAddressAsync(request.Address.Trim(), cancellationToken);
        if (product is null)
            return Problem.InvalidField("address", "None of your suppliers knows this address. Paste the address of a product page.");
        return await ImportAsync(product, request.Category, actor, cancellationToken);
    }

    private async Task<Outcome<ImportedProduct>> ImportAsync(
        RecognizedProduct product, string? category, string actor, CancellationToken cancellationToken)
    {
        var result = await _import.RunAsync(
            new ImportRequest(product.ConnectorId, product.ProductId, actor, OnlyBuyable: false) { CategoryPath = category }, cancellationToken);
        switch (result.Status)
        {
            case ItemStatus.Imported:
                await _workflows.StartAsync("monitor-offers", "catalogue", [], cancellationToken);
                await _db.SaveChangesAsync(cancellationToken);
                return new ImportedProduct(result.Product!.Value, false, result.Reason);
            case ItemStatus.Skipped when result.Product is { } existing:
                return new ImportedProduct(existing, true, result.Reason);
            default:
                return Why(result);
        }
    }

    private static Problem Why(ImportResult result) => result.Fault?.Kind switch
    {
        FaultKind.Unavailable or FaultKind.RateLimited or FaultKind.LayoutChanged or FaultKind.ConnectorBug =>
            Problem.Unavailable("sourcing.supplier-fault", result.Reason!),
        FaultKind.NotFound => Problem.Invalid("sourcing.not-found", result.Reason!),
        _ => Problem.Conflict("sourcing.not-imported", result.Reason!),
    };

    internal static async Task<IResult> HandleAsync(
        PastedAddress request, ImportFromAddress useCase, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(request, user.ActorName(), cancellationToken)).ToHttp();
}

/// <param name="Category">Category path for the draft. Null leaves it to the offer.</param>
public sealed record PastedAddress(string? Address, string? Category = null)
{
    /// <summary>With <see cref="ProductKey"/>: an offer chosen in a search, which needs no recognising.</summary>
    public string? ConnectorId { get; init; }

    public string? ProductKey { get; init; }
}

/// <param name="Existed">It was in the catalogue before.</param>
/// <param name="Remark">What could not be had. Null when all is there.</param>
public sealed record ImportedProduct(Id<Product> ProductId, bool Existed, string? Remark);
