using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>Reads several use cases share.</summary>
internal static class ResearchReads
{
    /// <summary>The run a workflow step is about, tracked.</summary>
    public static async Task<ResearchRun> RunOfAsync(this ShopDb db, ActivityContext context, CancellationToken cancellationToken)
    {
        var id = Id<ResearchRun>.Parse(context.Data["input"]!["runId"]!.GetValue<string>(), null);
        return await db.Set<ResearchRun>().SingleAsync(r => r.Id == id, cancellationToken);
    }

    public static RunSummary Summary(this ResearchRun run) => new(
        run.Id, run.Status, run.StartedAt, run.FinishedAt, run.StartedBy, run.TopicCount, run.Scored, run.Abstained, run.Answered, run.Questions,
        run.TopTopic, run.TopScore);

    public static CandidateView View(this ResearchCandidate candidate) => new(
        candidate.Id, candidate.Rank, candidate.Topic, candidate.Category, candidate.Score, candidate.Low, candidate.High, candidate.Quality,
        Json.Read<List<ScoreComponent>>(candidate.Components), candidate.Forecast is null ? null : Json.Read<DemandForecast>(candidate.Forecast),
        Json.Read<List<string>>(candidate.Reasons), candidate.SourcingRunId, candidate.SourcedAt);

    /// <summary>How each source behaved. What a source cannot do at all is not missing.</summary>
    public static IReadOnlyList<SourceReport> Sources(IEnumerable<ResearchReading> readings) =>
        [.. readings.Where(r => r.Fault != nameof(Shop.Connectors.Sdk.FaultKind.Unsupported)).GroupBy(r => r.Source).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new SourceReport(g.Key, g.Count(r => r.Fault is null), g.Count(r => r.Fault is not null), g.FirstOrDefault(r => r.Fault is not null)?.FaultMessage))];

    public static IReadOnlyList<CategoryScore> Categories(IEnumerable<CandidateView> candidates) =>
        [.. candidates.GroupBy(c => c.Category).Select(g => new CategoryScore(g.Key, Median([.. g.Select(c => c.Score).OfType<decimal>()]), g.Count(c => c.Score is not null), g.Count(c => c.Score is null)))
            .OrderByDescending(c => c.Score ?? -1).ThenBy(c => c.Category, StringComparer.Ordinal)];

    private static decimal? Median(IReadOnlyList<decimal> scores) =>
        scores.Count == 0 ? null : Math.Round((decimal)Forecasting.Statistics.Median(scores.Select(s => (double)s)), 1);
}
