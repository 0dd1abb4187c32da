using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.MarketResearch.Topics;
using Shop.Platform.Sourcing;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>Turns a candidate into a sourcing run, once.</summary>
internal sealed class SourceCandidate(ShopDb db, ISourcingRuns sourcing, ReadLimits limits, TimeProvider time)
{
    private const int MostProducts = 200;

    public async Task<Outcome<SourcedCandidate>> RunAsync(Id<ResearchCandidate> id, int? maxProducts, string actor, CancellationToken cancellationToken)
    {
        if (maxProducts is < 1 or > MostProducts)
            return Problem.InvalidField("maxProducts", $"Give 1 to {MostProducts} products.");
        if (await db.Set<ResearchCandidate>().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } candidate)
            return Problem.NotFound("candidate");
        var outcome = await StartAsync(candidate, maxProducts ?? (await limits.RunAsync(cancellationToken)).MaxProductsPerRun, actor, cancellationToken);
        if (outcome.Problem is null)
            await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Without saving: the caller commits.</summary>
    public async Task<Outcome<SourcedCandidate>> StartAsync(ResearchCandidate candidate, int maxProducts, string actor, CancellationToken cancellationToken)
    {
        if (candidate.SourcingRunId is { } existing)
            return new SourcedCandidate(candidate.Id, existing, AlreadySourced: true);
        var category = Seeds.All.FirstOrDefault(c => c.Key == candidate.Category)?.NameEn;
        var score = candidate.Score?.ToString(CultureInfo.InvariantCulture) ?? "none";
        var started = await sourcing.StartAsync(
            new SourcingRequest($"research:{candidate.Id}", candidate.Topic, maxProducts, category, $"Market research: score {score} of 100", actor) { DemandScore = candidate.Score },
            cancellationToken);
        if (started.Failed(out var problem, out var run))
            return problem;
        (candidate.SourcingRunId, candidate.SourcedAt) = (run, time.GetUtcNow());
        db.Audit(actor, "research.candidate-sourced", $"research/candidates/{candidate.Id}", candidate.Topic);
        return new SourcedCandidate(candidate.Id, run, AlreadySourced: false);
    }
}
