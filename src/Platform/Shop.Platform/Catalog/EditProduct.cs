using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

/// <summary>Changes fields by the merchant's hand. They then belong to the merchant: import and monitoring leave them alone.</summary>
public sealed class EditProduct(ShopDb db, IIdSource ids, TimeProvider time, ProductPatching patching)
{
    /// <param name="version">The version the merchant saw; null changes whatever is there.</param>
    public async Task<Outcome<Done>> RunAsync(Id<Product> id, ProductPatch patch, int? version, string actor, CancellationToken cancellationToken)
    {
        var product = await db.Set<Product>().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (product is null)
            return Problem.NotFound("product");
        if (version is not null && version != product.Version)
            return Stale;
        var variants = await db.Set<Variant>().Where(v => v.ProductId == id).ToListAsync(cancellationToken);
        var applied = await patching.ApplyAsync(product, variants, patch with { Edited = null }, actor, cancellationToken);
        if (applied.Failed(out var problem, out var before))
            return problem;
        db.Add(new ProductEdit
        {
            Id = ids.New<ProductEdit>(),
            ProductId = id,
            At = time.GetUtcNow(),
            Actor = actor,
            After = patch,
            Before = before,
        });
        db.Audit(actor, "catalog.edit-product", id.ToString());
        return await db.SaveProductAsync(id, cancellationToken);
    }

    internal static Problem Stale =>
        Problem.Conflict("product.changed", "Someone else changed this product in the meantime. Load it again and repeat your change.");

    internal static async Task<IResult> HandleAsync(
        Id<Product> id, EditRequest request, EditProduct useCase, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(id, request.Changes, request.Version, user.ActorName(), cancellationToken)).ToHttp();
}

/// <param name="Version">The version that was shown; null changes whatever is there.</param>
public sealed record EditRequest(ProductPatch Changes, int? Version);

internal static class ProductSaving
{
    /// <summary>Saves, tells who shows the product, and turns a lost race into a problem.</summary>
    public static async Task<Outcome<Done>> SaveProductAsync(this ShopDb db, Id<Product> id, CancellationToken cancellationToken)
    {
        db.Publish(new ProductChanged(id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return EditProduct.Stale;
        }
    }
}
