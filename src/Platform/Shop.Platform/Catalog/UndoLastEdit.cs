using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

/// <summary>Puts the fields of the merchant's last edit back as they were; repeated, it goes back edit by edit.</summary>
public sealed class UndoLastEdit(ShopDb db, TimeProvider time, ProductPatching patching)
{
    public async Task<Outcome<Done>> RunAsync(Id<Product> id, string actor, CancellationToken cancellationToken)
    {
        var product = await db.Set<Product>().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (product is null)
            return Problem.NotFound("product");
        var edit = await db.Set<ProductEdit>().Where(e => e.ProductId == id && e.UndoneAt == null)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstOrDefaultAsync(cancellationToken);
        if (edit is null)
            return Problem.Conflict("product.nothing-to-undo", "There is no edit left to undo.");
        var variants = await db.Set<Variant>().Where(v => v.ProductId == id).ToListAsync(cancellationToken);
        var applied = await patching.ApplyAsync(product, variants, edit.Before, actor, cancellationToken);
        if (applied.Failed(out var problem, out _))
            return problem;
        edit.UndoneAt = time.GetUtcNow();
        db.Audit(actor, "catalog.undo-edit", id.ToString());
        return await db.SaveProductAsync(id, cancellationToken);
    }

    internal static async Task<IResult> HandleAsync(Id<Product> id, UndoLastEdit useCase, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(id, user.ActorName(), cancellationToken)).ToHttp();
}
