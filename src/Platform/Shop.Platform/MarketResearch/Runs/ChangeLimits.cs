using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>Stores what the merchant allows research to do by itself.</summary>
internal sealed class ChangeLimits(ShopDb db, IIdSource ids)
{
    public async Task<Outcome<ResearchLimits>> RunAsync(ResearchLimits limits, string actor, CancellationToken cancellationToken)
    {
        List<string> topics = [.. (limits.Topics ?? []).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (Problems(limits) is { } problem || StartResearch.TopicProblem(topics) is { } odd && (problem = odd) is not null)
            return problem;
        var row = await db.Set<ResearchSettings>().SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            db.Add(row = new ResearchSettings { Id = ids.New<ResearchSettings>(), Topics = "[]" });
        (row.AutoSource, row.MaxRunsPerWeek, row.MaxProductsPerRun) = (limits.AutoSource, limits.MaxRunsPerWeek, limits.MaxProductsPerRun);
        (row.MinScore, row.Topics) = (limits.MinScore, Json.Write(topics));
        var stored = limits with { Topics = topics };
        db.Audit(actor, "research.limits-changed", "research/settings", Json.Write(stored));
        await db.SaveChangesAsync(cancellationToken);
        return stored;
    }

    private static Problem? Problems(ResearchLimits limits) =>
        limits.MaxRunsPerWeek is < 0 or > 50 ? Problem.InvalidField("maxRunsPerWeek", "Give 0 to 50 sourcing runs a week.")
        : limits.MaxProductsPerRun is < 1 or > 200 ? Problem.InvalidField("maxProductsPerRun", "Give 1 to 200 products a run.")
        : limits.MinScore is < 0 or > 100 ? Problem.InvalidField("minScore", "Give a score of 0 to 100.")
        : null;
}
