using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Reads a product's offer again and shows what is different. Changes nothing in the shop: <see cref="ApplyReimport"/> does, for chosen fields.</summary>
public sealed class ReimportOffer(ShopDb db, IConnectors connectors)
{
    public async Task<Outcome<ReimportDiff>> RunAsync(Id<Product> productId, CancellationToken cancellationToken)
    {
        if (await db.Set<SupplierOffer>().SingleOrDefaultAsync(o => o.ProductId == productId, cancellationToken) is not { } offer)
            return Problem.NotFound("supplier offer");
        var answer = await connectors.ReadOfferAsync(offer.ConnectorId, offer.ProductKey, Market.Canada, cancellationToken);
        if (answer.Failed(out var fault, out var read))
            return Problem.Unavailable("sourcing.supplier-fault", fault.Message);
        var rows = await CompareAsync(db, offer, read, cancellationToken);
        offer.Pending = rows.Count == 0 ? null : read;
        await db.SaveChangesAsync(cancellationToken);
        return new ReimportDiff(read.Url ?? offer.Snapshot.Url, offer.TextSeenAt, read.SeenAt, rows);
    }

    internal static async Task<List<DiffRow>> CompareAsync(ShopDb db, SupplierOffer offer, Offer read, CancellationToken cancellationToken)
    {
        var product = await db.Set<Product>().SingleAsync(p => p.Id == offer.ProductId, cancellationToken);
        var category = await db.Set<Category>().Where(c => c.Id == product.CategoryId).Select(c => c.NameEn).SingleOrDefaultAsync(cancellationToken);
        return OfferDiff.Between(offer.Snapshot, read, product, await MappedAsync(db, offer, cancellationToken), category);
    }

    internal static async Task<List<MappedVariant>> MappedAsync(ShopDb db, SupplierOffer offer, CancellationToken cancellationToken) =>
        await db.Set<SupplierVariant>().Where(s => s.OfferId == offer.Id)
            .Join(db.Set<Variant>().Where(v => v.ProductId == offer.ProductId), s => s.VariantId, v => v.Id, (s, v) => new MappedVariant(v, s))
            .ToListAsync(cancellationToken);

    internal static async Task<IResult> HandleAsync(Id<Product> id, ReimportOffer useCase, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(id, cancellationToken)).ToHttp();
}

/// <param name="OldSeenAt">When the shop's version was read.</param>
/// <param name="Differences">Empty when the supplier changed nothing.</param>
public sealed record ReimportDiff(string? Url, DateTimeOffset OldSeenAt, DateTimeOffset NewSeenAt, IReadOnlyList<DiffRow> Differences);
