using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;

namespace Shop.Platform.Sourcing;

/// <summary>Second step of <c>source-products</c>: imports the next few finds; the step repeats until enough drafts stand or nothing is left.</summary>
internal sealed class ImportOffersActivity(ShopDb db, ImportOffer import) : IActivity
{
    private const int MostTries = 4;

    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var run = await RunOf.ReadAsync(db, context, cancellationToken);
        var items = await db.Set<SourcingItem>().Where(i => i.RunId == run.Id).OrderBy(i => i.Position).ToListAsync(cancellationToken);
        var batch = context.Settings["batch"]?.GetValue<int>() ?? 3;
        for (var worked = 0; worked < batch && Next(run, items) is { } item; worked++)
        {
            if (await WorkAsync(run, item, cancellationToken) is { } wait)
                return ActivityResult.Again(wait);
        }
        if (Next(run, items) is not null)
            return new ActivityResult("more", Progress(items));
        foreach (var left in items.Where(i => i.Status == ItemStatus.Waiting))
            (left.Status, left.Reason) = (ItemStatus.Skipped, "Enough products were imported.");
        return ActivityResult.Done(Progress(items));
    }

    private static SourcingItem? Next(SourcingRun run, List<SourcingItem> items) =>
        items.Count(i => i.Status == ItemStatus.Imported) >= run.Limit ? null : items.FirstOrDefault(i => i.Status == ItemStatus.Waiting);

    /// <returns>How long to wait when the supplier asks for patience; the item then stays waiting.</returns>
    private async Task<TimeSpan?> WorkAsync(SourcingRun run, SourcingItem item, CancellationToken cancellationToken)
    {
        item.Tries++;
        var result = await import.RunAsync(
            new ImportRequest(item.ConnectorId, item.ProductKey, run.Actor, OnlyBuyable: true)
            {
                CategoryPath = run.Category,
                DemandScore = run.DemandScore,
                MaxPrice = run.MaxPrice,
            }, cancellationToken);
        if (result.Fault is { Kind: FaultKind.RateLimited or FaultKind.Unavailable } fault && item.Tries < MostTries)
            return fault.RetryAfter ?? TimeSpan.FromSeconds(5 * item.Tries);
        (item.Status, item.Reason, item.ProductId) = (result.Status, result.Reason, result.Product);
        return null;
    }

    private static JsonObject Progress(List<SourcingItem> items) => new()
    {
        ["imported"] = items.Count(i => i.Status == ItemStatus.Imported),
        ["skipped"] = items.Count(i => i.Status == ItemStatus.Skipped),
        ["failed"] = items.Count(i => i.Status == ItemStatus.Failed),
        ["waiting"] = items.Count(i => i.Status == ItemStatus.Waiting),
    };
}
