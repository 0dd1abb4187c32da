using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.MarketResearch.Topics;
using Shop.Platform.Workflows;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>
/// Asks the sources, as many questions as fit into half a minute, and comes back for the rest, so that progress is stored and seen. A source that is
/// walled or asks for a pause is left alone for the rest of the run.
/// </summary>
internal sealed class CollectSignals(ShopDb db, IConnectors connectors, AskSource ask, TimeProvider time) : IActivity
{
    private const int FailuresUntilDown = 3;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);
    // Trends and lists change at most daily: asking again sooner is impolite and tells nothing.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(20);

    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var run = await db.RunOfAsync(context, cancellationToken);
        var questions = Question.Plan(Json.Read<List<Topic>>(run.Topics), connectors.Installed);
        var readings = await db.Set<ResearchReading>().AsNoTracking().Where(r => r.RunId == run.Id).ToListAsync(cancellationToken);
        var answered = readings.ToDictionary(r => new Question(r.Kind, r.Source, r.Subject));
        var turnEnds = time.GetUtcNow() + Turn;
        foreach (var question in questions.Where(q => !answered.ContainsKey(q)))
        {
            if (time.GetUtcNow() >= turnEnds)
                break;
            var reading = await AnswerAsync(run.Id, question, answered, cancellationToken);
            db.Add(reading);
            answered.Add(question, reading);
        }
        (run.Questions, run.Answered) = (questions.Count, answered.Count);
        return answered.Count < questions.Count ? ActivityResult.Again(TimeSpan.FromSeconds(1)) : ActivityResult.Done();
    }

    private async Task<ResearchReading> AnswerAsync(
        Id<ResearchRun> run, Question question, Dictionary<Question, ResearchReading> answered, CancellationToken cancellationToken)
    {
        if (Down(question, answered.Values) is { } down)
            return ask.Missing(run, question, down.Fault!, down.FaultMessage ?? "");
        var since = time.GetUtcNow() - Fresh;
        var earlier = await db.Set<ResearchReading>().AsNoTracking()
            .Where(r => r.Kind == question.Kind && r.Source == question.Source && r.Subject == question.Subject && r.Payload != null && r.ObservedAt >= since)
            .OrderByDescending(r => r.ObservedAt).FirstOrDefaultAsync(cancellationToken);
        if (earlier is not null)
            return ask.Again(run, earlier);
        var search = answered.GetValueOrDefault(question with { Kind = ReadingKind.Search })?.Payload;
        return await ask.RunAsync(run, question, search is null ? null : Json.Read<SearchPayload>(search), cancellationToken);
    }

    /// <summary>The reading that shows why this question need not be asked; null when it should be.</summary>
    private static ResearchReading? Down(Question question, IEnumerable<ResearchReading> readings)
    {
        var own = readings.Where(r => r.Source == question.Source && r.Fault is not null && (r.Kind == question.Kind || r.Fault == nameof(FaultKind.Challenge))).ToList();
        return own.FirstOrDefault(r => r.Fault is nameof(FaultKind.Challenge) or nameof(FaultKind.RateLimited) or nameof(FaultKind.Unauthorised))
            ?? own.FirstOrDefault(r => r.Fault == nameof(FaultKind.Unsupported) && new Question(r.Kind, r.Source, r.Subject).IsCategory == question.IsCategory)
            ?? (own.Count(r => r.Fault is nameof(FaultKind.Unavailable) or nameof(FaultKind.LayoutChanged) or nameof(FaultKind.ConnectorBug)) >= FailuresUntilDown
                ? own.Last(r => r.Fault is nameof(FaultKind.Unavailable) or nameof(FaultKind.LayoutChanged) or nameof(FaultKind.ConnectorBug)) : null);
    }
}
