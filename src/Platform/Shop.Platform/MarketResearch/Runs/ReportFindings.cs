using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Workflows;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>Sums a run up in sentences made of its numbers, and ends it.</summary>
internal sealed class ReportFindings(ShopDb db, TimeProvider time) : IActivity
{
    private const int Shown = 5;

    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var run = await db.RunOfAsync(context, cancellationToken);
        var candidates = (await db.Set<ResearchCandidate>().AsNoTracking().Where(c => c.RunId == run.Id).OrderBy(c => c.Rank).ToListAsync(cancellationToken))
            .ConvertAll(c => c.View());
        var readings = await db.Set<ResearchReading>().AsNoTracking().Where(r => r.RunId == run.Id).ToListAsync(cancellationToken);
        run.Report = Text(candidates, ResearchReads.Sources(readings));
        run.Status = ResearchStatus.Finished;
        run.FinishedAt ??= time.GetUtcNow();
        return ActivityResult.Done();
    }

    private static string Text(List<CandidateView> candidates, IReadOnlyList<SourceReport> sources)
    {
        var text = new StringBuilder();
        var scored = candidates.Where(c => c.Score is not null).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"{scored.Count} of {candidates.Count} ideas have enough evidence for a score.");
        foreach (var candidate in scored.Take(Shown))
            text.AppendLine(CultureInfo.InvariantCulture, $"{candidate.Rank}. {candidate.Topic}: {candidate.Score} ({candidate.Low}–{candidate.High}). {candidate.Reasons[0]}");
        var forecasts = candidates.Where(c => c.Forecast is not null).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"Forecasts: {forecasts.Count(c => c.Forecast!.HasSkill)} of {forecasts.Count} beat the naive rule on weeks they had not seen.");
        foreach (var source in sources.Where(s => s.Missing > 0))
            text.AppendLine(CultureInfo.InvariantCulture, $"Missing: {source.Source} did not answer {source.Missing} of {source.Missing + source.Answered} questions ({source.Problem})");
        return text.ToString().TrimEnd();
    }
}
