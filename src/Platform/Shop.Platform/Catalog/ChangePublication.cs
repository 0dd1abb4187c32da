using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

/// <summary>Publishes, unpublishes, archives or restores products; each has its own outcome, and one that fails stops no other.</summary>
public sealed class ChangePublication(ShopDb db, TimeProvider time)
{
    public const int Most = 500;

    public async Task<Outcome<List<PublicationResult>>> RunAsync(
        PublicationAction action, IReadOnlyCollection<Id<Product>> ids, string actor, CancellationToken cancellationToken)
    {
        if (ids.Count is 0 or > Most)
            return Problem.InvalidField("ids", $"Choose 1 to {Most} products.");
        var results = await StageAsync(action, ids, actor, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return EditProduct.Stale;
        }
        return results;
    }

    /// <summary>The same without saving.</summary>
    public async Task<List<PublicationResult>> StageAsync(
        PublicationAction action, IReadOnlyCollection<Id<Product>> ids, string actor, CancellationToken cancellationToken)
    {
        var products = await db.Set<Product>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var results = ids.Distinct().Select(id => products.TryGetValue(id, out var product)
            ? new PublicationResult(id, product.TitleEn, Apply(action, product)?.Message)
            : new PublicationResult(id, null, "This product does not exist.")).ToList();
        foreach (var done in results.Where(r => r.Done))
        {
            db.Publish(new ProductChanged(done.Id));
            db.Audit(actor, $"catalog.{action.ToString().ToLowerInvariant()}", done.Id.ToString());
        }
        return results;
    }

    private Problem? Apply(PublicationAction action, Product product)
    {
        var now = time.GetUtcNow();
        switch (action)
        {
            case PublicationAction.Publish:
                return product.Publish(now).Problem;
            case PublicationAction.Restore:
                return product.Restore(now).Problem;
            case PublicationAction.Archive:
                product.Archive(now);
                return null;
            default:
                return product.Pause(PauseReasons.Merchant, PausedBy.Merchant, now)
                    ? null : Problem.Conflict("product.not-published", "Only a product on sale can be unpublished.");
        }
    }

    internal static async Task<Results<Ok<List<PublicationResult>>, ProblemHttpResult>> HandleAsync(
        PublicationRequest request, ChangePublication useCase, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var outcome = await useCase.RunAsync(request.Action, request.Ids, user.ActorName(), cancellationToken);
        return outcome.Failed(out var problem, out var results) ? (ProblemHttpResult)problem.ToHttp() : TypedResults.Ok(results);
    }
}

public enum PublicationAction
{
    Publish,
    Unpublish,
    Archive,
    Restore,
}

public sealed record PublicationRequest(PublicationAction Action, IReadOnlyList<Id<Product>> Ids);

/// <param name="Problem">Why it was not done. Null when it was.</param>
public sealed record PublicationResult(Id<Product> Id, string? Title, string? Problem)
{
    public bool Done => Problem is null;
}
