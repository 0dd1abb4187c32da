using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Connectors.Sdk;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Sourcing;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Sourcing;

public sealed class SupplyTests
{
    [Theory, EveryDatabase]
    public async Task Lines_are_grouped_by_supplier_store_with_one_shipping_each(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp("1", "Lamp one", "s1");
        host.Supplier.AddLamp("2", "Lamp two", "s1");
        host.Supplier.AddLamp("3", "Lamp three", "s2");
        var lines = new List<SupplyLine>();
        foreach (var product in new[] { "1", "2", "3" })
            lines.Add(new SupplyLine((await host.VariantsAsync(await host.ImportAsync(product)))[0].Id, 2));

        var quote = (await QuoteAsync(host, lines, fresh: true)).Value!;

        Assert.Equal(["s1", "s2"], quote.Groups.Select(g => g.StoreId).Order());
        var both = quote.Groups.Single(g => g.StoreId == "s1");
        Assert.Equal(("STD", 4m, 8, 15), (both.ShippingCode, both.ShippingFee.Amount, both.MinDays!.Value, both.MaxDays!.Value));
        Assert.Equal(44m, both.Cost.Amount);
        Assert.Equal((66m, 6m), (quote.Cost.Amount, quote.Shipping.Amount));
        Assert.Equal("14:10", both.Lines[0].OrderKey);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_common_way_of_shipping_lines_of_one_store_become_two_groups(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp("1", "Lamp one", "s1");
        host.Supplier.AddLamp("2", "Lamp two", "s1");
        host.Supplier.Shipping[("aliexpress", "2")] = [new ShippingOption("SHIP", new Amount(5m, "USD")) { Tracked = true }];
        var lines = new List<SupplyLine>();
        foreach (var product in new[] { "1", "2" })
            lines.Add(new SupplyLine((await host.VariantsAsync(await host.ImportAsync(product)))[0].Id, 1));

        var quote = (await QuoteAsync(host, lines, fresh: false)).Value!;

        Assert.Equal([("SHIP", 7m), ("STD", 2m)], quote.Groups.Select(g => (g.ShippingCode, g.ShippingFee.Amount)).Order());
    }

    [Theory, EveryDatabase]
    public async Task A_quote_is_kept_for_fifteen_minutes_unless_a_fresh_one_is_asked_for(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();
        var line = new SupplyLine((await host.VariantsAsync(await host.ImportAsync()))[0].Id, 1);
        var first = host.Host.Time.GetUtcNow();
        await QuoteAsync(host, [line], fresh: false);
        host.Supplier.Calls.Clear();

        host.Host.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(first, (await QuoteAsync(host, [line], fresh: false)).Value!.QuotedAt);
        Assert.Empty(host.Supplier.Calls);

        await QuoteAsync(host, [line], fresh: true);
        Assert.Equal(2, host.Supplier.Calls.Count);
        host.Host.Time.Advance(TimeSpan.FromMinutes(16));
        await QuoteAsync(host, [line], fresh: false);
        Assert.Equal(4, host.Supplier.Calls.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_line_that_cannot_be_supplied_is_named(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp("1", "Lamp one");
        host.Supplier.AddLamp("2", "Lamp two");
        var one = (await host.VariantsAsync(await host.ImportAsync("1")))[0].Id;
        var two = (await host.VariantsAsync(await host.ImportAsync("2")))[0].Id;

        var soldOut = (await QuoteAsync(host, [new(one, 4), new(two, 1)], fresh: true)).Problem!;
        Assert.Equal(("supply.sold-out", ProblemKind.Conflict), (soldOut.Code, soldOut.Kind));
        Assert.Equal("Lamp one: Only 3 are left at the supplier.", soldOut.Message);
        Assert.Equal([one.ToString()], soldOut.Fields.Keys);

        host.Supplier.Faults[("aliexpress", "2")] = new Fault(FaultKind.Unavailable, "Down.");
        var down = (await QuoteAsync(host, [new(one, 4), new(two, 1)], fresh: true)).Problem!;
        Assert.Equal(ProblemKind.Unavailable, down.Kind);
        Assert.Equal(2, down.Fields.Count);
    }

    [Theory, EveryDatabase]
    public async Task Two_lines_of_one_variant_are_counted_together(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();
        var red = (await host.VariantsAsync(await host.ImportAsync()))[0].Id;

        Assert.NotNull((await QuoteAsync(host, [new(red, 2), new(red, 2)], fresh: true)).Problem);
        Assert.Equal(3, Assert.Single(Assert.Single((await QuoteAsync(host, [new(red, 2), new(red, 1)], fresh: true)).Value!.Groups).Lines).Quantity);
    }

    [Theory, EveryDatabase]
    public async Task The_same_item_elsewhere_is_proposed_with_score_and_reason_and_can_become_the_source(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();
        var red = (await host.VariantsAsync(await host.ImportAsync()))[0].Id;
        host.Supplier.AddLamp("7", "Desk lamp with a clamp", "s9");
        host.Supplier.Add("8", new Offer("8", "Garden hose 20 m") { Variants = [new OfferVariant("8-x") { Price = new Amount(1m, "CAD"), Stock = 9 }] });

        var found = Assert.Single(await host.InTenantAsync(s => s.GetRequiredService<ISupply>().AlternativesAsync(red, 1, "ON", CancellationToken.None)));
        Assert.Equal(("7", "7-red", 10m, 2m), (found.ProductId, found.SupplierVariantId, found.UnitCost.Amount, found.ShippingFee.Amount));
        Assert.True(found.MatchScore > 0.8m);
        Assert.Contains("same options", found.Why);

        for (var i = 0; i < 2; i++)
        {
            await host.InTenantAsync(async s =>
            {
                Assert.Null((await s.GetRequiredService<ISupply>().UseAsync(red, "aliexpress", "7", "7-red", "ann", CancellationToken.None)).Problem);
                return await s.GetRequiredService<ShopDb>().SaveChangesAsync();
            });
        }
        Assert.Equal("s9", Assert.Single((await QuoteAsync(host, [new(red, 1)], fresh: true)).Value!.Groups).StoreId);
        Assert.Equal([0, 1], await host.ReadAsync(db => db.Set<SupplierVariant>().Where(v => v.VariantId == red).Select(v => v.Priority).OrderBy(p => p).ToListAsync()));
        var back = await host.InTenantAsync(s => s.GetRequiredService<ISupply>().AlternativesAsync(red, 1, "ON", CancellationToken.None));
        Assert.Equal(("1", 1m), (back[0].ProductId, back[0].MatchScore));
    }

    private static Task<Outcome<SupplyQuote>> QuoteAsync(SourcingHost host, IReadOnlyList<SupplyLine> lines, bool fresh) =>
        host.InTenantAsync(s => s.GetRequiredService<ISupply>().QuoteAsync(lines, "ON", fresh, CancellationToken.None));
}
