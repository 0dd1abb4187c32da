using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Takes the chosen fields of the last re-import into the shop; everything not chosen stays as it is, edits included.</summary>
public sealed class ApplyReimport
{
    private readonly ShopDb _db;
    private readonly CategoryTree _categories;
    private readonly ReimportedFields _fields;
    private readonly TimeProvider _time;

    internal ApplyReimport(ShopDb db, CategoryTree categories, ReimportedFields fields, TimeProvider time) =>
        (_db, _categories, _fields, _time) = (db, categories, fields, time);

    public async Task<Outcome<Done>> RunAsync(Id<Product> productId, IReadOnlyCollection<string> chosen, string actor, CancellationToken cancellationToken)
    {
        var offer = await _db.Set<SupplierOffer>().SingleOrDefaultAsync(o => o.ProductId == productId, cancellationToken);
        if (offer?.Pending is not { } read)
            return Problem.Conflict("sourcing.nothing-read", "There is no newer reading to take over. Read the offer again first.");
        var rows = await ReimportOffer.CompareAsync(_db, offer, read, cancellationToken);
        if (chosen.FirstOrDefault(c => rows.All(r => r.Field != c)) is { } unknown)
            return Problem.InvalidField("fields", $"'{unknown}' is not among the differences.");
        var product = await _db.Set<Product>().SingleAsync(p => p.Id == productId, cancellationToken);
        await _fields.TakeAsync(offer, read, product, [.. chosen], actor, cancellationToken);
        offer.Snapshot = Merge(offer.Snapshot, read, [.. chosen]);
        offer.Pending = chosen.Count == rows.Count ? null : read;
        offer.TextSeenAt = read.SeenAt;
        await RefreshAsync(product, cancellationToken);
        _db.Audit(actor, "sourcing.apply-reimport", productId.ToString(), string.Join(", ", chosen));
        _db.Publish(new ProductChanged(productId));
        try
        {
            await _db.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Conflict("product.changed", "This product changed in the meantime. Look at the differences again.");
        }
    }

    /// <summary>The accepted reading: chosen fields are new, the others stay old, so that the next diff shows them again.</summary>
    private static Offer Merge(Offer old, Offer read, HashSet<string> chosen) => old with
    {
        Title = chosen.Contains(OfferDiff.Title) ? read.Title : old.Title,
        Description = chosen.Contains(OfferDiff.Description) ? read.Description : old.Description,
        Images = chosen.Contains(OfferDiff.Images) ? read.Images : old.Images,
        Category = chosen.Contains(OfferDiff.Category) ? read.Category : old.Category,
        Specifications = chosen.Contains(OfferDiff.Specifications) ? read.Specifications : old.Specifications,
        Variants = chosen.Any(c => c.Contains(':', StringComparison.Ordinal)) ? read.Variants : old.Variants,
    };

    private async Task RefreshAsync(Product product, CancellationToken cancellationToken)
    {
        var stored = await _db.Set<Variant>().Where(v => v.ProductId == product.Id).ToListAsync(cancellationToken);
        var all = stored.Concat(_db.Set<Variant>().Local.Where(v => v.ProductId == product.Id)).Distinct().ToList();
        product.Index(product.CategoryId is { } id ? await _categories.GetAsync(id, cancellationToken) : null, all);
        product.Summarise(all, _time.GetUtcNow());
    }

    internal static async Task<IResult> HandleAsync(
        Id<Product> id, ChosenFields request, ApplyReimport useCase, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(id, request.Fields, user.ActorName(), cancellationToken)).ToHttp();
}

/// <param name="Fields">Names from the differences.</param>
public sealed record ChosenFields(IReadOnlyList<string> Fields);
