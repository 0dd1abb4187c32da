using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.MarketResearch.Runs;

namespace Shop.Platform.MarketResearch;

/// <summary>The use cases behind one door.</summary>
internal sealed class ResearchDesk(ShopDb db, StartResearch start, SourceCandidate source, ReadLimits limits, ChangeLimits change) : IMarketResearch
{
    private const int LargestPage = 100;

    public IReadOnlyList<TopicCategory> Seeds => Topics.Seeds.All;

    public IReadOnlyList<ScoreWeight> Weights => Scoring.Weights.All;

    public Task<Outcome<RunSummary>> StartAsync(StartResearchRequest request, string actor, CancellationToken cancellationToken) =>
        start.RunAsync(request, actor, cancellationToken);

    public async Task<IReadOnlyList<RunSummary>> ListAsync(int page, int pageSize, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(pageSize, 1, LargestPage);
        var runs = await db.Set<ResearchRun>().AsNoTracking().OrderByDescending(r => r.StartedAt)
            .Skip((Math.Clamp(page, 1, 10_000) - 1) * size).Take(size).ToListAsync(cancellationToken);
        return runs.ConvertAll(r => r.Summary());
    }

    public async Task<RunDetails?> FindAsync(Id<ResearchRun> id, CancellationToken cancellationToken)
    {
        if (await db.Set<ResearchRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } run)
            return null;
        var candidates = (await db.Set<ResearchCandidate>().AsNoTracking().Where(c => c.RunId == id).OrderBy(c => c.Rank).ToListAsync(cancellationToken)).ConvertAll(c => c.View());
        // Payloads are long and not needed here.
        var readings = await db.Set<ResearchReading>().AsNoTracking().Where(r => r.RunId == id)
            .Select(r => new ResearchReading { Source = r.Source, Subject = r.Subject, Fault = r.Fault, FaultMessage = r.FaultMessage }).ToListAsync(cancellationToken);
        return new RunDetails(run.Summary(), ResearchReads.Sources(readings), ResearchReads.Categories(candidates), candidates, run.Report);
    }

    public Task<Outcome<SourcedCandidate>> SourceAsync(Id<ResearchCandidate> id, int? maxProducts, string actor, CancellationToken cancellationToken) =>
        source.RunAsync(id, maxProducts, actor, cancellationToken);

    public Task<ResearchLimits> LimitsAsync(CancellationToken cancellationToken) => limits.RunAsync(cancellationToken);

    public Task<Outcome<ResearchLimits>> ChangeLimitsAsync(ResearchLimits limits, string actor, CancellationToken cancellationToken) =>
        change.RunAsync(limits, actor, cancellationToken);
}
