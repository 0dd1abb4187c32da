using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.MarketResearch.Scoring;
using Shop.Platform.MarketResearch.Topics;
using Shop.Platform.Workflows;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>Scores every topic of a run from its stored readings and ranks them.</summary>
internal sealed class ScoreCandidates(ShopDb db, IIdSource ids) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var run = await db.RunOfAsync(context, cancellationToken);
        if (await db.Set<ResearchCandidate>().AnyAsync(c => c.RunId == run.Id, cancellationToken))
            return ActivityResult.Done();
        var readings = await db.Set<ResearchReading>().AsNoTracking().Where(r => r.RunId == run.Id).ToListAsync(cancellationToken);
        var scored = Rank(Json.Read<List<Topic>>(run.Topics).Select(topic => ScoreTopic.Score(GatherEvidence.Of(topic, readings))));
        db.AddRange(scored.Select((topic, i) => Candidate(run.Id, i + 1, topic)));
        (run.Scored, run.Abstained) = (scored.Count(s => s.Score is not null), scored.Count(s => s.Score is null));
        var top = scored is [{ Score: not null } best, ..] ? best : null;
        (run.TopTopic, run.TopScore) = (top?.Evidence.Topic, top?.Score);
        run.Status = ResearchStatus.Scored;
        return ActivityResult.Done();
    }

    /// <summary>Best first; equal scores by what is certain, then by name. Without a score: last.</summary>
    internal static List<ScoredTopic> Rank(IEnumerable<ScoredTopic> topics) =>
        [.. topics.OrderByDescending(t => t.Score is not null).ThenByDescending(t => t.Score).ThenByDescending(t => t.Low).ThenBy(t => t.Evidence.Topic, StringComparer.Ordinal)];

    private ResearchCandidate Candidate(Id<ResearchRun> run, int rank, ScoredTopic topic) => new()
    {
        Id = ids.New<ResearchCandidate>(),
        RunId = run,
        Rank = rank,
        Topic = topic.Evidence.Topic,
        Category = topic.Evidence.Category,
        Score = topic.Score,
        Low = topic.Low,
        High = topic.High,
        Quality = topic.Quality,
        Components = Json.Write(topic.Components),
        Forecast = topic.Forecast is null ? null : Json.Write(topic.Forecast),
        Reasons = Json.Write(topic.Reasons),
    };
}
