using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>
/// Starts sourcing runs for the best candidates, within the merchant's limits: switched on, so many a week, so many products, and a score that
/// holds even if everything unknown is bad. An idea sourced within the last 30 days is not sourced again.
/// </summary>
internal sealed class AutoSource(ShopDb db, ReadLimits limits, SourceCandidate source, TimeProvider time) : IActivity
{
    private const string Actor = "research";
    private static readonly TimeSpan SameIdea = TimeSpan.FromDays(30);

    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var allowed = await limits.RunAsync(cancellationToken);
        if (!allowed.AutoSource)
            return Result("Automatic sourcing is off.", []);
        var (left, recent) = await RecentAsync(allowed, cancellationToken);
        var run = await db.RunOfAsync(context, cancellationToken);
        var candidates = await db.Set<ResearchCandidate>()
            .Where(c => c.RunId == run.Id && c.Score != null && c.Low >= allowed.MinScore && c.SourcingRunId == null).OrderBy(c => c.Rank).ToListAsync(cancellationToken);
        var started = new JsonArray();
        foreach (var candidate in candidates.Where(c => !recent.Contains(c.Topic)).Take(left))
        {
            var outcome = await source.StartAsync(candidate, allowed.MaxProductsPerRun, Actor, cancellationToken);
            if (outcome.Failed(out var problem, out _))
                return Result(problem.Message, started);
            candidate.SourcedAutomatically = true;
            started.Add(candidate.Topic);
        }
        return Result($"{started.Count} of {left} sourcing runs left this week were started.", started);
    }

    private async Task<(int Left, HashSet<string> Topics)> RecentAsync(ResearchLimits allowed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - SameIdea;
        var sourced = await db.Set<ResearchCandidate>().AsNoTracking().Where(c => c.SourcedAt != null && c.SourcedAt >= since)
            .Select(c => new { c.Topic, c.SourcedAt, c.SourcedAutomatically }).ToListAsync(cancellationToken);
        var used = sourced.Count(c => c.SourcedAutomatically && c.SourcedAt >= now.AddDays(-7));
        return (Math.Max(0, allowed.MaxRunsPerWeek - used), sourced.Select(c => c.Topic).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    private static ActivityResult Result(string why, JsonArray started) => ActivityResult.Done(new JsonObject { ["why"] = why, ["started"] = started });
}
