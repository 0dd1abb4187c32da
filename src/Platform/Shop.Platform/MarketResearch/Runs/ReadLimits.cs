using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>The merchant's limits, or the defaults.</summary>
internal sealed class ReadLimits(ShopDb db)
{
    public async Task<ResearchLimits> RunAsync(CancellationToken cancellationToken) =>
        await db.Set<ResearchSettings>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } row
            ? new ResearchLimits(row.AutoSource, row.MaxRunsPerWeek, row.MaxProductsPerRun, row.MinScore, Json.Read<List<string>>(row.Topics))
            : ResearchLimits.Default;
}
