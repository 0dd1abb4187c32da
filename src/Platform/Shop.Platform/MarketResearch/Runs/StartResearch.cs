using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.MarketResearch.Topics;
using Shop.Platform.Workflows;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>Opens a run and starts its workflow.</summary>
internal sealed class StartResearch(ShopDb db, IWorkflows workflows, ReadLimits limits, IIdSource ids, TimeProvider time)
{
    public const string Workflow = "research-market";
    private const int MostTopics = 60;
    private const int LongestTopic = 80;
    // A run that has not ended after a day is stuck; it must not block the next one.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    public async Task<Outcome<RunSummary>> RunAsync(StartResearchRequest request, string actor, CancellationToken cancellationToken)
    {
        var chosen = await TopicsAsync(request, cancellationToken);
        if (chosen.Failed(out var problem, out var topics))
            return problem;
        var since = time.GetUtcNow() - Abandoned;
        if (await db.Set<ResearchRun>().AnyAsync(r => r.Status != ResearchStatus.Finished && r.StartedAt > since, cancellationToken))
            return Problem.Conflict("research.running", "A research run is still going. Wait until it has finished.");
        var run = new ResearchRun
        {
            Id = ids.New<ResearchRun>(),
            Status = ResearchStatus.Collecting,
            StartedAt = time.GetUtcNow(),
            StartedBy = actor,
            Topics = Json.Write(topics),
            TopicCount = topics.Count,
        };
        db.Add(run);
        await workflows.StartAsync(Workflow, run.Id.ToString(), new JsonObject { ["runId"] = run.Id.ToString() }, cancellationToken);
        db.Audit(actor, "research.started", $"research/{run.Id}", $"{topics.Count} topics");
        await db.SaveChangesAsync(cancellationToken);
        return run.Summary();
    }

    private async Task<Outcome<IReadOnlyList<Topic>>> TopicsAsync(StartResearchRequest request, CancellationToken cancellationToken)
    {
        var words = (request.Topics ?? []).Select(t => t.Trim()).Where(t => t.Length > 0).ToList();
        if (TopicProblem(words) is { } problem)
            return problem;
        var categories = request.Categories ?? [];
        if (categories.FirstOrDefault(key => Seeds.All.All(c => c.Key != key)) is { } unknown)
            return Problem.InvalidField("categories", $"There is no category '{unknown}'.");
        words.AddRange(Seeds.All.Where(c => categories.Contains(c.Key)).SelectMany(c => c.Topics));
        if (words.Count == 0)
            words.AddRange((await limits.RunAsync(cancellationToken)).Topics);
        if (words.Count == 0)
            words.AddRange(Seeds.All.SelectMany(c => c.Topics));
        var topics = Seeds.Resolve(words);
        return topics.Count <= MostTopics ? Outcome(topics) : Problem.InvalidField("topics", $"These are {topics.Count} topics; a run takes at most {MostTopics}.");
    }

    /// <summary>What is wrong with a list of topics; null when nothing is.</summary>
    public static Problem? TopicProblem(IReadOnlyList<string> words) =>
        words.FirstOrDefault(t => t.Length > LongestTopic) is { } tooLong ? Problem.InvalidField("topics", $"'{tooLong[..20]}…' is longer than {LongestTopic} characters.")
        : words.FirstOrDefault(t => t.Contains(';') || t.Contains(':') || t.Any(char.IsControl)) is { } odd ? Problem.InvalidField("topics", $"'{odd}' holds a character that no search takes (; or :).")
        : words.Count > MostTopics ? Problem.InvalidField("topics", $"At most {MostTopics} topics.")
        : null;

    private static Outcome<IReadOnlyList<Topic>> Outcome(IReadOnlyList<Topic> topics) => (Outcome<IReadOnlyList<Topic>>)(List<Topic>)[.. topics];
}
