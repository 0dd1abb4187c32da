using Microsoft.EntityFrameworkCore;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Pricing;

namespace Shop.Platform.Sourcing;

/// <summary>Carries supplier costs into shop prices by the rule in force, each change logged with its cause.</summary>
internal sealed class OfferPricing(ShopDb db, IIdSource ids, TimeProvider time, OfferCosts costs, PriceRules rules)
{
    /// <summary>Prices a new draft.</summary>
    public async Task FirstPricesAsync(
        DraftedProduct drafted, IReadOnlyList<Amount?> prices, Amount? shipping, string actor, CancellationToken cancellationToken)
    {
        var category = await CategoryAsync(drafted.Product, cancellationToken);
        for (var i = 0; i < drafted.Variants.Count; i++)
        {
            drafted.Variants[i].Cost = await costs.LandedAsync(prices[i], shipping, cancellationToken);
            await PriceByRuleAsync(drafted.Variants[i], category, "import", actor, cancellationToken);
        }
        drafted.Product.Summarise(drafted.Variants, time.GetUtcNow());
    }

    /// <summary>The rule's price for the variant's cost, at once and in full (import, a person's decision).</summary>
    public async Task PriceByRuleAsync(Variant variant, string? category, string why, string actor, CancellationToken cancellationToken)
    {
        if (variant.Cost is not { } cost)
            return;
        var rule = await rules.CurrentAsync(cancellationToken);
        db.Log(variant.Reprice(
            PriceCalculator.Price(cost, rule.Settings, category), variant.CompareAt, $"{why}, price rule version {rule.Version}", actor, time.GetUtcNow()), ids);
    }

    /// <summary>Monitoring: a new cost moves the price within dead band and step, or pauses the variant when it cannot stay above the floor.</summary>
    public async Task FollowCostAsync(Variant variant, decimal cost, string? category, string why, CancellationToken cancellationToken)
    {
        var rule = (await rules.CurrentAsync(cancellationToken)).Settings;
        variant.Cost = cost;
        if (variant.Price is not { } current)
        {
            await PriceByRuleAsync(variant, category, why, ActorNames.Monitoring, cancellationToken);
            variant.PauseReason = null;
            return;
        }
        if (variant.PriceEdited)
        {
            variant.PauseReason = current < PriceCalculator.Floor(cost, rule) ? PauseReasons.BelowFloor : null;
            return;
        }
        var step = PriceCalculator.Step(current, cost, rule, category);
        variant.PauseReason = step.Kind == PriceStepKind.BelowFloor ? PauseReasons.BelowFloor : null;
        if (step.Kind == PriceStepKind.Change)
            db.Log(variant.Reprice(step.Price, variant.CompareAt, why, ActorNames.Monitoring, time.GetUtcNow()), ids);
    }

    /// <summary>Slug of the product's category, by which a rule may name its own markup.</summary>
    public async Task<string?> CategoryAsync(Product product, CancellationToken cancellationToken)
    {
        if (product.CategoryId is not { } id)
            return null;
        return db.Set<Category>().Local.FirstOrDefault(c => c.Id == id)?.Slug
            ?? await db.Set<Category>().Where(c => c.Id == id).Select(c => c.Slug).SingleOrDefaultAsync(cancellationToken);
    }
}
