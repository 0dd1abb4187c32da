using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;

namespace Shop.Platform.Sourcing;

/// <summary>Third step of <c>source-products</c>: publishes the drafts of a run that asked for it; one that cannot be sold says why.</summary>
internal sealed class PublishDraftsActivity(ShopDb db, ChangePublication publication) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var run = await RunOf.ReadAsync(db, context, cancellationToken);
        if (!run.Publish)
            return ActivityResult.Done();
        var items = await db.Set<SourcingItem>().Where(i => i.RunId == run.Id && i.Status == ItemStatus.Imported).ToListAsync(cancellationToken);
        var drafts = await db.Set<Product>().Where(p => p.State == ProductState.Draft).Select(p => p.Id).ToListAsync(cancellationToken);
        var wanted = items.Where(i => i.ProductId is { } id && drafts.Contains(id)).Select(i => i.ProductId!.Value).ToList();
        var results = await publication.StageAsync(PublicationAction.Publish, wanted, run.Actor, cancellationToken);
        foreach (var failed in results.Where(r => !r.Done))
            items.First(i => i.ProductId == failed.Id).Reason = $"Stays a draft: {failed.Problem}";
        return ActivityResult.Done(new JsonObject { ["published"] = results.Count(r => r.Done) });
    }
}

/// <summary>Last step of <c>source-products</c>: closes the run and makes sure that its offers are watched.</summary>
internal sealed class FinishRunActivity(ShopDb db, IWorkflows workflows, TimeProvider time) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var run = await RunOf.ReadAsync(db, context, cancellationToken);
        if (run.FinishedAt is not null)
            return ActivityResult.Done();
        var stopped = context.Data.Where(d => d.Value is JsonObject output && output.ContainsKey("error")).Select(d => d.Key).FirstOrDefault();
        if (stopped is not null)
            (run.Status, run.Trouble) = (RunStatus.Failed, $"The step '{stopped}' failed; what was imported before stays.");
        else if (run.Status != RunStatus.Failed)
            run.Status = RunStatus.Done;
        run.FinishedAt = time.GetUtcNow();
        await workflows.StartAsync("monitor-offers", "catalogue", [], cancellationToken);
        return ActivityResult.Done();
    }
}
