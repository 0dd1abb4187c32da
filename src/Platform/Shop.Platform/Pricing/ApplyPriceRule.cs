using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Pricing;

/// <summary>Puts settings into force as a new version and reprices the whole catalogue in one transaction.</summary>
public sealed class ApplyPriceRule(ShopDb db, IIdSource ids, TimeProvider time, PriceRules rules)
{
    public async Task<Outcome<AppliedRule>> RunAsync(RuleSettings settings, string? note, string actor, CancellationToken cancellationToken)
    {
        if (settings.Check() is { } problem)
            return problem;
        var version = (await rules.CurrentAsync(cancellationToken)).Version + 1;
        db.Add(new PriceRule
        {
            Id = ids.New<PriceRule>(),
            Version = version,
            Settings = settings,
            AppliedAt = time.GetUtcNow(),
            Actor = actor,
            Note = note,
        });
        var changed = await RepriceAsync(settings, version, actor, cancellationToken);
        db.Audit(actor, "pricing.apply-rule", $"version {version}", note);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new AppliedRule(version, changed);
        }
        catch (DbUpdateException)
        {
            // Two people applied at once, or monitoring changed a product in between: nothing was written.
            return Problem.Conflict("price-rule.changed", "Prices or the rule changed in the meantime. Look at the preview again and repeat.");
        }
    }

    /// <summary>Puts the settings of a former version into force again, as a new version.</summary>
    public async Task<Outcome<AppliedRule>> RollBackAsync(int version, string actor, CancellationToken cancellationToken)
    {
        if (version == 0)
            return await RunAsync(new RuleSettings(), "back to the defaults", actor, cancellationToken);
        var former = await db.Set<PriceRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Version == version, cancellationToken);
        return former is null
            ? Problem.NotFound("version of the price rule")
            : await RunAsync(former.Settings, $"back to version {version}", actor, cancellationToken);
    }

    private async Task<int> RepriceAsync(RuleSettings settings, int version, string actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changed = 0;
        foreach (var product in (await new Repricing(db).LoadAsync(cancellationToken)).GroupBy(l => l.Product))
        {
            var logged = product.Where(l => l.Variant.Cost is not null).Count(l => db.Log(
                l.Variant.Reprice(PriceCalculator.Price(l.Variant.Cost!.Value, settings, l.Category), l.Variant.CompareAt, $"price rule version {version}", actor, now), ids));
            if (logged == 0)
                continue;
            changed += logged;
            product.Key.Summarise([.. product.Select(l => l.Variant)], now);
            db.Publish(new ProductChanged(product.Key.Id));
        }
        return changed;
    }

    internal static async Task<IResult> HandleAsync(ApplyRequest request, ApplyPriceRule useCase, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(request.Settings, request.Note, user.ActorName(), cancellationToken)).ToHttp();

    internal static async Task<IResult> HandleRollBackAsync(int version, ApplyPriceRule useCase, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await useCase.RollBackAsync(version, user.ActorName(), cancellationToken)).ToHttp();
}

public sealed record ApplyRequest(RuleSettings Settings, string? Note);

/// <param name="Changed">Variants whose price changed.</param>
public sealed record AppliedRule(int Version, int Changed);
