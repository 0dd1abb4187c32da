using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Sourcing;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Workflows;

namespace Shop.Platform.Tests.Sourcing;

public sealed class ImportTests
{
    [Theory, EveryDatabase]
    public async Task A_pasted_address_becomes_a_priced_draft_with_variants_and_options(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();

        var id = await host.ImportAsync();

        var product = await host.ProductAsync(id);
        Assert.Equal(ProductState.Draft, product.State);
        Assert.Equal("desk-lamp-with-clamp", product.Slug);
        Assert.Equal("<p>Bright <b>light</b></p>", product.DescriptionEn);
        Assert.Equal(("aliexpress", "1", 10m), (product.SourceSite, product.SourceProductId, product.SourcePrice));
        Assert.Equal((8, 15), (product.MinDays, product.MaxDays));
        var variants = await host.VariantsAsync(id);
        // (10 + 2 tracked shipping) × 1.2 = 14.40 → 14.99; (12 + 2) × 1.2 = 16.80 → 16.99
        Assert.Equal([("Red", 12m, 14.99m, 3), ("Blue", 14m, 16.99m, 50)], variants.Select(v => (v.Options[0].Value, v.Cost!.Value, v.Price!.Value, v.Stock!.Value)));
        Assert.Equal("monitor-offers", await host.ReadAsync(db => db.Set<WorkflowInstance>().Select(w => w.Definition).SingleAsync()));
        var causes = await host.ReadAsync(db => db.Set<PriceChange>().Select(c => c.Cause).ToListAsync());
        Assert.All(causes, c => Assert.Equal("import, price rule version 0", c));
        Assert.Equal(2, causes.Count);
        var categories = await host.ReadAsync(db => db.Set<Category>().OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync());
        Assert.Equal(["home", "home-lighting"], categories);
    }

    [Theory, EveryDatabase]
    public async Task Importing_twice_gives_the_same_product(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();

        var first = await host.ImportAsync();
        var second = await host.ImportAsync();

        Assert.Equal(first, second);
        Assert.Equal(1, await host.ReadAsync(db => db.Set<Product>().CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Unknown_stock_stays_unknown_and_unknown_shipping_gives_no_price(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var lamp = host.Supplier.AddLamp();
        host.Supplier.Add("1", lamp with { Variants = [lamp.Variants[0] with { Stock = null }] });
        host.Supplier.Shipping[("aliexpress", "1")] = [new ShippingOption("X", new Amount(3m, "XYZ"))];

        var variant = Assert.Single(await host.VariantsAsync(await host.ImportAsync()));

        Assert.Null(variant.Stock);
        Assert.Null(variant.Cost);
        Assert.Null(variant.Price);
    }

    [Theory, EveryDatabase]
    public async Task A_fault_of_the_supplier_is_told_and_writes_nothing(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        host.Supplier.AddLamp();
        host.Supplier.Faults[("aliexpress", "1")] = new Fault(FaultKind.LayoutChanged, "The page looks different.");

        var outcome = await host.InTenantAsync(s => s.GetRequiredService<ImportFromAddress>().RunAsync(
            new PastedAddress("https://supplier.example/item/1"), "ann", CancellationToken.None));

        Assert.Equal(ProblemKind.Unavailable, outcome.Problem!.Kind);
        Assert.Equal("The page looks different.", outcome.Problem.Message);
        Assert.Equal(0, await host.ReadAsync(db => db.Set<SupplierOffer>().CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_foreign_address_is_refused_with_what_to_do(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);

        var outcome = await host.InTenantAsync(s => s.GetRequiredService<ImportFromAddress>().RunAsync(
            new PastedAddress("https://elsewhere.example/"), "ann", CancellationToken.None));

        Assert.Equal(ProblemKind.Invalid, outcome.Problem!.Kind);
        Assert.Contains("address", outcome.Problem.Fields.Keys);
    }

    [Theory, EveryDatabase]
    public async Task A_reimport_shows_differences_and_takes_only_the_chosen_ones(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var lamp = host.Supplier.AddLamp();
        var id = await host.ImportAsync();
        await host.InTenantAsync(s => s.GetRequiredService<EditProduct>().RunAsync(id, new ProductPatch { TitleEn = "My lamp" }, null, "ann", CancellationToken.None));
        var red = (await host.VariantsAsync(id))[0];
        host.Supplier.Add("1", lamp with
        {
            Title = "Desk lamp 2027",
            Description = "<p>New text</p>",
            Variants = [lamp.Variants[0] with { Price = new Amount(20m, "CAD") }, new OfferVariant("1-green") { Price = new Amount(11m, "CAD"), Stock = 5, Options = [new("Colour", "Green")] }],
        });

        var diff = (await host.InTenantAsync(s => s.GetRequiredService<ReimportOffer>().RunAsync(id, CancellationToken.None))).Value!;
        var title = diff.Differences.Single(d => d.Field == "title");
        Assert.Equal(("Desk lamp with clamp", "Desk lamp 2027", "My lamp", true), (title.SourceOld, title.SourceNew, title.Ours, title.Edited));
        Assert.Equal(["description", "gone", "new", "price", "title"], diff.Differences.Select(d => d.Field.Split(':')[0]).Order());
        Assert.Equal("My lamp", (await host.ProductAsync(id)).TitleEn);

        var applied = await host.InTenantAsync(s => s.GetRequiredService<ApplyReimport>().RunAsync(
            id, ["description", $"price:{red.Id}", "new:1-green"], "ann", CancellationToken.None));

        Assert.Null(applied.Problem);
        var product = await host.ProductAsync(id);
        Assert.Equal(("My lamp", "<p>New text</p>"), (product.TitleEn, product.DescriptionEn));
        var variants = await host.VariantsAsync(id);
        Assert.Equal([26.99m, 16.99m, 15.99m], variants.Select(v => v.Price!.Value));
        Assert.Null(variants[1].PauseReason);
    }

    [Theory, EveryDatabase]
    public async Task A_reimport_cannot_take_what_is_not_among_the_differences(Provider provider)
    {
        await using var host = await SourcingHost.StartAsync(provider);
        var lamp = host.Supplier.AddLamp();
        var id = await host.ImportAsync();
        host.Supplier.Add("1", lamp with { Title = "Other" });
        await host.InTenantAsync(s => s.GetRequiredService<ReimportOffer>().RunAsync(id, CancellationToken.None));

        var applied = await host.InTenantAsync(s => s.GetRequiredService<ApplyReimport>().RunAsync(id, ["description"], "ann", CancellationToken.None));

        Assert.Equal(ProblemKind.Invalid, applied.Problem!.Kind);
    }
}
