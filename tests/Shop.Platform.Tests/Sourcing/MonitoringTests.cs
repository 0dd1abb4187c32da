using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Sourcing;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Sourcing;

public sealed class MonitoringTests
{
    [Theory, EveryDatabase]
    public async Task Sold_out_pauses_with_the_reason_and_stock_resumes(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var lamp = host.Supplier.AddLamp();
        var id = await host.ImportAsync(publish: true);

        host.Supplier.Add("1", lamp with { Variants = [.. lamp.Variants.Select(v => v with { Stock = 0 })] });
        await host.WatchAsync();
        var paused = await host.ProductAsync(id);
        Assert.Equal((ProductState.Paused, PauseReasons.SoldOut, PausedBy.Monitoring), (paused.State, paused.PauseReason, paused.PausedBy));

        host.Supplier.Add("1", lamp);
        await host.WatchAsync();
        Assert.Equal(ProductState.Published, (await host.ProductAsync(id)).State);
        var audit = await host.ReadAsync(db => db.Set<Shop.Platform.Kernel.Audit.AuditEntry>().Where(a => a.Actor == "monitoring").OrderBy(a => a.At).Select(a => a.Action).ToListAsync());
        Assert.Equal(["sourcing.pause", "sourcing.resume"], audit);
    }

    [Theory, EveryDatabase]
    public async Task What_the_merchant_took_down_is_not_resumed(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();
        var id = await host.ImportAsync(publish: true);
        await host.InTenantAsync(s => s.GetRequiredService<ChangePublication>().RunAsync(PublicationAction.Unpublish, [id], "ann", CancellationToken.None));

        await host.WatchAsync();

        Assert.Equal((ProductState.Paused, PausedBy.Merchant), ((await host.ProductAsync(id)).State, (await host.ProductAsync(id)).PausedBy));
    }

    [Theory, EveryDatabase]
    public async Task A_cost_rise_moves_the_price_by_the_largest_step_and_logs_the_cause(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var lamp = host.Supplier.AddLamp();
        var id = await host.ImportAsync(publish: true);

        host.Supplier.Add("1", lamp with { Variants = [lamp.Variants[0] with { Price = new Amount(11.50m, "CAD") }, lamp.Variants[1]] });
        await host.WatchAsync();

        // 13.50 × 1.2 = 16.20 → 16.99 wanted; 15 % above 14.99 is 17.23: within the step.
        var red = (await host.VariantsAsync(id))[0];
        Assert.Equal((13.50m, 16.99m), (red.Cost!.Value, red.Price!.Value));
        var change = await host.ReadAsync(db => db.Set<PriceChange>().SingleAsync(c => c.Actor == "monitoring"));
        Assert.Equal(("supplier price 10.00 → 11.50 CAD", 14.99m, 16.99m), (change.Cause, change.OldPrice!.Value, change.NewPrice!.Value));
    }

    [Theory, EveryDatabase]
    public async Task A_price_jump_beyond_the_step_pauses_below_the_floor(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var lamp = host.Supplier.AddLamp();
        var id = await host.ImportAsync(publish: true);

        host.Supplier.Add("1", lamp with { Variants = [.. lamp.Variants.Select(v => v with { Price = new Amount(40m, "CAD") })] });
        await host.WatchAsync();

        var product = await host.ProductAsync(id);
        Assert.Equal((ProductState.Paused, PauseReasons.BelowFloor), (product.State, product.PauseReason));
        Assert.Equal(14.99m, (await host.VariantsAsync(id))[0].Price);

        host.Supplier.Add("1", lamp);
        await host.WatchAsync();
        Assert.Equal(ProductState.Published, (await host.ProductAsync(id)).State);
    }

    [Theory, EveryDatabase]
    public async Task A_price_the_merchant_set_is_never_changed_but_guarded(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var lamp = host.Supplier.AddLamp();
        var id = await host.ImportAsync(publish: true);
        var prices = (await host.VariantsAsync(id)).Select(v => new VariantPricePatch(v.Id, 17.50m, null)).ToList();
        await host.InTenantAsync(s => s.GetRequiredService<EditProduct>().RunAsync(id, new ProductPatch { Prices = prices }, null, "ann", CancellationToken.None));

        host.Supplier.Add("1", lamp with { Variants = [.. lamp.Variants.Select(v => v with { Price = new Amount(30m, "CAD") })] });
        await host.WatchAsync();

        Assert.All(await host.VariantsAsync(id), v => Assert.Equal((17.50m, PauseReasons.BelowFloor), (v.Price!.Value, v.PauseReason)));
        Assert.Equal(PauseReasons.BelowFloor, (await host.ProductAsync(id)).PauseReason);
    }

    [Theory, EveryDatabase]
    public async Task A_faulty_supplier_changes_no_data_and_after_two_days_the_product_is_stale(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();
        var id = await host.ImportAsync(publish: true);
        host.Supplier.Faults[("aliexpress", "1")] = new Fault(FaultKind.LayoutChanged, "The page looks different.");

        await host.WatchAsync();
        Assert.Equal(ProductState.Published, (await host.ProductAsync(id)).State);
        Assert.Equal([3, 50], (await host.VariantsAsync(id)).Select(v => v.Stock!.Value));

        await host.WatchAsync();
        Assert.Equal((ProductState.Paused, PauseReasons.Stale), ((await host.ProductAsync(id)).State, (await host.ProductAsync(id)).PauseReason));

        host.Supplier.Faults.Clear();
        await host.WatchAsync();
        Assert.Equal(ProductState.Published, (await host.ProductAsync(id)).State);
    }

    [Theory, EveryDatabase]
    public async Task An_answer_without_variants_or_prices_keeps_what_was_known(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var lamp = host.Supplier.AddLamp();
        var id = await host.ImportAsync(publish: true);

        host.Supplier.Add("1", lamp with { Variants = [] });
        await host.WatchAsync();
        Assert.Equal([3, 50], (await host.VariantsAsync(id)).Select(v => v.Stock!.Value));

        host.Supplier.Add("1", lamp with { Variants = [.. lamp.Variants.Select(v => v with { Price = null, Stock = null })] });
        await host.WatchAsync();
        Assert.All(await host.VariantsAsync(id), v => Assert.Null(v.Stock));
        Assert.Equal([12m, 14m], (await host.VariantsAsync(id)).Select(v => v.Cost!.Value));
        Assert.Equal(ProductState.Published, (await host.ProductAsync(id)).State);
    }

    [Theory, EveryDatabase]
    public async Task A_gone_product_and_a_gone_variant_are_taken_off_sale(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var lamp = host.Supplier.AddLamp();
        var id = await host.ImportAsync(publish: true);

        host.Supplier.Add("1", lamp with { Variants = [lamp.Variants[1]] });
        await host.WatchAsync();
        Assert.Equal([PauseReasons.Gone, null], (await host.VariantsAsync(id)).Select(v => v.PauseReason));
        Assert.Equal(16.99m, (await host.ProductAsync(id)).MinPrice);

        host.Supplier.Offers.Clear();
        await host.WatchAsync();
        Assert.Equal(PauseReasons.Gone, (await host.ProductAsync(id)).PauseReason);
    }

    [Theory, EveryDatabase]
    public async Task What_sold_is_due_first_and_a_limited_supplier_is_left_in_peace(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        foreach (var product in new[] { "1", "2", "3" })
        {
            host.Supplier.AddLamp(product, $"Lamp {product}");
            await host.ImportAsync(product);
        }
        var variant = await host.ReadAsync(db => db.Set<SupplierVariant>().Where(v => v.Sku == "3-blue").Select(v => v.VariantId).SingleAsync());
        await host.InTenantAsync(s => s.GetRequiredService<ISupply>().QuoteAsync([new SupplyLine(variant, 1)], "ON", true, CancellationToken.None));
        Assert.Equal(host.Host.Time.GetUtcNow().AddHours(1), await host.ReadAsync(db => db.Set<SupplierOffer>().MinAsync(o => o.NextCheckAt)));
        host.Supplier.Faults[("aliexpress", "3")] = new Fault(FaultKind.RateLimited, "Slow down.") { RetryAfter = TimeSpan.FromHours(2) };
        host.Supplier.Calls.Clear();

        await host.WatchAsync();

        Assert.Equal(["watch 3"], host.Supplier.Calls);
        var next = await host.ReadAsync(db => db.Set<SupplierOffer>().OrderBy(o => o.ProductKey).Select(o => o.NextCheckAt).ToListAsync());
        Assert.Equal(host.Host.Time.GetUtcNow() + TimeSpan.FromHours(2), next[2]);
    }
}
