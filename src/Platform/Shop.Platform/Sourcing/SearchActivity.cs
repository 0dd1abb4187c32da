using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;

namespace Shop.Platform.Sourcing;

/// <summary>First step of <c>source-products</c>: collects offers, taking suppliers in turn. Repeated, it adds only what is not listed yet.</summary>
internal sealed class SearchActivity(ShopDb db, IConnectors connectors, OfferCosts costs, IIdSource ids, TimeProvider time) : IActivity
{
    private const int MostPages = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var run = await RunOf.ReadAsync(db, context, cancellationToken);
        if (await db.Set<SourcingItem>().AnyAsync(i => i.RunId == run.Id, cancellationToken))
            return ActivityResult.Done();
        var suppliers = run.ConnectorId is { } one ? [one] : await connectors.SearchableAsync(cancellationToken);
        var finds = new List<Find>();
        Fault? fault = null;
        foreach (var supplier in suppliers)
        {
            var (found, trouble) = await SearchAsync(supplier, run, cancellationToken);
            finds.AddRange(found);
            fault = trouble ?? fault;
        }
        if (finds.Count == 0 && fault is { Kind: FaultKind.RateLimited or FaultKind.Unavailable } && time.GetUtcNow() - context.FirstStartedAt < Patience)
            return ActivityResult.Again(fault.RetryAfter ?? TimeSpan.FromMinutes(1));
        run.Trouble = fault?.Message ?? (finds.Count == 0 ? "The suppliers know nothing under these words." : null);
        run.Status = finds.Count == 0 && fault is not null ? RunStatus.Failed : RunStatus.Importing;
        await AddAsync(run, finds, cancellationToken);
        return new ActivityResult(finds.Count == 0 ? "none" : "done");
    }

    /// <summary>Twice as many as wanted, because some will be sold out or not shipped here.</summary>
    private async Task<(List<Find> Found, Fault? Trouble)> SearchAsync(string supplier, SourcingRun run, CancellationToken cancellationToken)
    {
        var found = new List<Find>();
        for (var page = 1; page <= MostPages && found.Count < run.Limit * 2; page++)
        {
            var answer = await connectors.SearchAsync(supplier, run.Words, page, Market.Canada, cancellationToken);
            if (answer.Failed(out var fault, out var result))
                return (found, fault);
            foreach (var offer in result.Offers)
            {
                if (found.Count < run.Limit * 2 && found.All(f => f.Offer.ProductId != offer.ProductId) && await FitsAsync(offer, run, cancellationToken))
                    found.Add(new Find(supplier, offer, found.Count));
            }
            if (result.Offers.Count == 0 || result.More == false)
                break;
        }
        return (found, null);
    }

    private async Task<bool> FitsAsync(Offer offer, SourcingRun run, CancellationToken cancellationToken)
    {
        if (offer.Available == false)
            return false;
        if (run.MaxPrice is not { } most || offer.Price is null)
            return true;
        return (await costs.ToCadAsync(offer.Price, cancellationToken)).Failed(out _, out var cad) || cad <= most;
    }

    private async Task AddAsync(SourcingRun run, List<Find> finds, CancellationToken cancellationToken)
    {
        var keys = finds.ConvertAll(f => f.Offer.ProductId);
        var owned = await db.Set<SupplierOffer>().Where(o => o.ProductId != null && keys.Contains(o.ProductKey))
            .Select(o => new { o.ConnectorId, o.ProductKey, o.ProductId }).ToListAsync(cancellationToken);
        var position = 0;
        foreach (var find in finds.OrderBy(f => f.Rank).ThenBy(f => f.Supplier, StringComparer.Ordinal))
        {
            var known = owned.FirstOrDefault(o => o.ConnectorId == find.Supplier && o.ProductKey == find.Offer.ProductId);
            db.Add(new SourcingItem
            {
                Id = ids.New<SourcingItem>(),
                RunId = run.Id,
                Position = position++,
                ConnectorId = find.Supplier,
                ProductKey = find.Offer.ProductId,
                Title = find.Offer.Title.Length > 500 ? find.Offer.Title[..500] : find.Offer.Title,
                ProductId = known?.ProductId,
                Status = known is null ? ItemStatus.Waiting : ItemStatus.Skipped,
                Reason = known is null ? null : "It is already in your catalogue.",
            });
        }
    }

    private sealed record Find(string Supplier, Offer Offer, int Rank);
}

internal static class RunOf
{
    /// <summary>The run a step works for.</summary>
    public static async Task<SourcingRun> ReadAsync(ShopDb db, ActivityContext context, CancellationToken cancellationToken)
    {
        var id = Id<SourcingRun>.Parse(context.Data["input"]!["runId"]!.GetValue<string>(), null);
        return await db.Set<SourcingRun>().SingleAsync(r => r.Id == id, cancellationToken);
    }
}
