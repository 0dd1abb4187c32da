using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Runs with their progress, and what became of each find.</summary>
public sealed class ReadSourcingRun(ShopDb db)
{
    /// <summary>The latest 50 runs.</summary>
    public async Task<IReadOnlyList<RunProgress>> ListAsync(CancellationToken cancellationToken) =>
        await Progress(db.Set<SourcingRun>().AsNoTracking().OrderByDescending(r => r.CreatedAt).Take(50)).ToListAsync(cancellationToken);

    public async Task<Outcome<RunReport>> FindAsync(Id<SourcingRun> id, CancellationToken cancellationToken)
    {
        if (await Progress(db.Set<SourcingRun>().AsNoTracking().Where(r => r.Id == id)).SingleOrDefaultAsync(cancellationToken) is not { } run)
            return Problem.NotFound("sourcing run");
        var items = await db.Set<SourcingItem>().AsNoTracking().Where(i => i.RunId == id).OrderBy(i => i.Position)
            .Select(i => new RunItem(i.ConnectorId, i.ProductKey, i.Title, i.Status, i.Reason, i.ProductId)).ToListAsync(cancellationToken);
        return new RunReport(run, items);
    }

    private IQueryable<RunProgress> Progress(IQueryable<SourcingRun> runs) => runs.Select(r => new RunProgress(
        r.Id, r.Words, r.Why, r.Category, r.ConnectorId, r.Limit, r.Publish, r.Status, r.Trouble, r.Actor, r.CreatedAt, r.FinishedAt,
        db.Set<SourcingItem>().Count(i => i.RunId == r.Id),
        db.Set<SourcingItem>().Count(i => i.RunId == r.Id && i.Status == ItemStatus.Imported),
        db.Set<SourcingItem>().Count(i => i.RunId == r.Id && i.Status == ItemStatus.Skipped),
        db.Set<SourcingItem>().Count(i => i.RunId == r.Id && i.Status == ItemStatus.Failed)));

    internal static async Task<Ok<IReadOnlyList<RunProgress>>> HandleListAsync(ReadSourcingRun useCase, CancellationToken cancellationToken) =>
        TypedResults.Ok(await useCase.ListAsync(cancellationToken));

    internal static async Task<IResult> HandleAsync(Id<SourcingRun> id, ReadSourcingRun useCase, CancellationToken cancellationToken) =>
        (await useCase.FindAsync(id, cancellationToken)).ToHttp();
}

public sealed record RunProgress(
    Id<SourcingRun> Id, string Words, string? Why, string? Category, string? ConnectorId, int Limit, bool Publish, RunStatus Status, string? Trouble, string Actor,
    DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, int Found, int Imported, int Skipped, int Failed);

public sealed record RunReport(RunProgress Run, IReadOnlyList<RunItem> Items);

public sealed record RunItem(string ConnectorId, string ProductKey, string Title, ItemStatus Status, string? Reason, Id<Product>? ProductId);
