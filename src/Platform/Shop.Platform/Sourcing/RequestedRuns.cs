using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Runs that other slices ask for, once per key.</summary>
internal sealed class RequestedRuns(ShopDb db, StartSourcingRun start) : ISourcingRuns
{
    public async Task<Outcome<Guid>> StartAsync(SourcingRequest request, CancellationToken cancellationToken)
    {
        var known = db.Set<SourcingRun>().Local.FirstOrDefault(r => r.Key == request.Key)
            ?? await db.Set<SourcingRun>().SingleOrDefaultAsync(r => r.Key == request.Key, cancellationToken);
        if (known is not null)
            return known.Id.Value;
        var run = new NewSourcingRun(request.Words, request.MaxProducts, request.Category, DemandScore: request.DemandScore) { Key = request.Key, Why = request.Why };
        var staged = await start.StageAsync(run, request.Actor, cancellationToken);
        return staged.Failed(out var problem, out var id) ? problem : id.Value;
    }
}
