using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Pricing;

/// <summary>The tenant's rule in force and its history.</summary>
public sealed class PriceRules(ShopDb db)
{
    private RuleInForce? _read;

    /// <summary>The rule in force, read once per scope; the defaults as version 0 while the merchant has applied none.</summary>
    public async Task<RuleInForce> CurrentAsync(CancellationToken cancellationToken) => _read ??=
        await db.Set<PriceRule>().AsNoTracking().OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellationToken) is { } rule
            ? new RuleInForce(rule.Version, rule.Settings) : new RuleInForce(0, new RuleSettings());

    public async Task<IReadOnlyList<PriceRule>> HistoryAsync(CancellationToken cancellationToken) =>
        await db.Set<PriceRule>().AsNoTracking().OrderByDescending(r => r.Version).Take(100).ToListAsync(cancellationToken);
}

public sealed record RuleInForce(int Version, RuleSettings Settings);
