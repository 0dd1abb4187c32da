using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Pricing;
using Shop.Platform.Tests.Catalog;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Pricing;

public sealed class PriceRuleTests
{
    [Theory, EveryDatabase]
    public async Task A_rule_is_previewed_applied_and_rolled_back_with_every_change_logged(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        // Costs 10 and 20; prices 20 and 40.
        var id = await host.AddAsync("Lamp", [20m, 40m]);
        await host.AddAsync("Archived", [20m], publish: false);
        var doubled = new RuleSettings { MarkupPercent = 150m };

        var preview = (await host.WithAsync<PreviewPriceRule, Outcome<RulePreview>>(p => p.RunAsync(doubled, CancellationToken.None))).Value!;
        Assert.Equal((3, 3, 0), (preview.Variants, preview.Up, preview.Down));
        Assert.Equal((40m, 50.99m), (preview.Largest[0].OldPrice!.Value, preview.Largest[0].NewPrice));
        Assert.Equal(20m, (await host.ProductAsync(id)).MinPrice);

        var applied = (await ApplyAsync(host, doubled)).Value!;
        Assert.Equal((1, 3), (applied.Version, applied.Changed));
        Assert.Equal((25.99m, 50.99m), ((await host.ProductAsync(id)).MinPrice, (await host.ProductAsync(id)).MaxPrice));
        await ApplyAsync(host, new RuleSettings { MarkupPercent = 50m });

        var back = (await host.WithAsync<ApplyPriceRule, Outcome<AppliedRule>>(a => a.RollBackAsync(1, "ann", CancellationToken.None))).Value!;
        Assert.Equal(3, back.Version);
        Assert.Equal(25.99m, (await host.ProductAsync(id)).MinPrice);
        var causes = await host.WithAsync<ShopDb, List<string>>(db => db.Set<PriceChange>().Where(c => c.ProductId == id && c.Cause != "test").Select(c => c.Cause).Distinct().OrderBy(c => c).ToListAsync());
        Assert.Equal(["price rule version 1", "price rule version 2", "price rule version 3"], causes);
        var sheet = await host.WithAsync<PreviewPriceRule, RuleSheet>(p => p.SheetAsync(CancellationToken.None));
        Assert.Equal((3, 150m, "back to version 1"), (sheet.Version, sheet.Settings.MarkupPercent, sheet.History[0].Note));
    }

    [Theory, EveryDatabase]
    public async Task A_rule_leaves_the_merchants_prices_alone(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        var id = await host.AddAsync("Lamp", [20m, 40m]);
        var variant = await host.WithAsync<ShopDb, Id<Variant>>(db => db.Set<Variant>().Where(v => v.Position == 0).Select(v => v.Id).SingleAsync());
        await host.WithAsync<EditProduct, Outcome<Done>>(e => e.RunAsync(id, new ProductPatch { Prices = [new VariantPricePatch(variant, 33m, null)] }, null, "ann", CancellationToken.None));

        var applied = (await ApplyAsync(host, new RuleSettings())).Value!;

        Assert.Equal(1, applied.Changed);
        Assert.Equal((24.99m, 33m), ((await host.ProductAsync(id)).MinPrice, (await host.ProductAsync(id)).MaxPrice));
    }

    [Theory, EveryDatabase]
    public async Task Impossible_settings_are_refused_field_by_field(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);

        var outcome = await ApplyAsync(host, new RuleSettings { MarkupPercent = -1m, FloorPercent = 99m, Ending = 1.5m });

        Assert.Equal(["ending", "floorPercent", "markupPercent"], outcome.Problem!.Fields.Keys.Order());
        Assert.Equal(ProblemKind.NotFound, (await host.WithAsync<ApplyPriceRule, Outcome<AppliedRule>>(a => a.RollBackAsync(7, "ann", CancellationToken.None))).Problem!.Kind);
    }

    private static Task<Outcome<AppliedRule>> ApplyAsync(CatalogHost host, RuleSettings settings) =>
        host.WithAsync<ApplyPriceRule, Outcome<AppliedRule>>(a => a.RunAsync(settings, null, "ann", CancellationToken.None));
}
