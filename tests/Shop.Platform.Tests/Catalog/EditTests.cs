using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Catalog;

public sealed class EditTests
{
    [Theory, EveryDatabase]
    public async Task Edits_belong_to_the_merchant_and_are_undone_one_by_one(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        var id = await host.AddAsync("Lamp", [10m], category: "Home");
        var variant = (await SheetAsync(host, id)).Variants[0].Id;

        await EditAsync(host, id, new ProductPatch { TitleEn = "Bright lamp", TitleFr = "Lampe", DescriptionEn = "<p onclick='x()'>Hi</p>", Category = "" });
        host.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await EditAsync(host, id, new ProductPatch { Prices = [new VariantPricePatch(variant, 15m, 20m)] });

        var edited = await SheetAsync(host, id);
        Assert.Equal(("Bright lamp", "<p>Hi</p>", null, "lamp"), (edited.Product.Title, edited.Product.Description, edited.CategorySlug, edited.Product.Slug));
        Assert.Equal(["title", "description", "price", "category"], edited.Product.MerchantEdits);
        Assert.Equal((15m, 20m, true), (edited.Variants[0].Price!.Value, edited.Variants[0].CompareAt!.Value, edited.Variants[0].PriceEdited));
        Assert.Equal(("merchant's edit", 10m, 15m), (edited.PriceHistory[0].Cause, edited.PriceHistory[0].OldPrice!.Value, edited.PriceHistory[0].NewPrice!.Value));
        Assert.Equal(["Bright lamp"], (await host.BrowseAsync("bright")).Products.Select(p => p.Title));

        Assert.Null((await UndoAsync(host, id)).Problem);
        var once = await SheetAsync(host, id);
        Assert.Equal((10m, false, "Bright lamp"), (once.Variants[0].Price!.Value, once.Variants[0].PriceEdited, once.Product.Title));
        Assert.Null((await UndoAsync(host, id)).Problem);
        var twice = await SheetAsync(host, id);
        Assert.Equal(("Lamp", "home", null, 0), (twice.Product.Title, twice.CategorySlug, twice.TitleFr, twice.Product.MerchantEdits.Count));
        Assert.Equal("product.nothing-to-undo", (await UndoAsync(host, id)).Problem!.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_value_names_its_field_and_changes_nothing(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        var id = await host.AddAsync("Lamp", [10m]);
        var variant = (await SheetAsync(host, id)).Variants[0].Id;
        (ProductPatch Patch, string Field)[] wrong =
        [
            (new ProductPatch { TitleEn = " " }, "titleEn"), (new ProductPatch { Category = "nowhere" }, "category"),
            (new ProductPatch { Images = ["https://elsewhere.example/x.jpg"] }, "images"), (new ProductPatch { TaxCategory = "none" }, "taxCategory"),
            (new ProductPatch { Prices = [new VariantPricePatch(variant, -1m, null)] }, "prices"),
            (new ProductPatch { Prices = [new VariantPricePatch(new Id<Variant>(Guid.Empty), 5m, null)] }, "prices"),
        ];

        foreach (var (patch, field) in wrong)
            Assert.Contains(field, (await EditAsync(host, id, patch)).Problem!.Fields.Keys);
        Assert.Empty((await SheetAsync(host, id)).Edits);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_saw_the_same_version_the_second_is_told(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        var id = await host.AddAsync("Lamp", [10m]);
        var seen = (await host.ProductAsync(id)).Version;

        Assert.Null((await EditAsync(host, id, new ProductPatch { TitleEn = "First" }, seen)).Problem);
        Assert.Equal("product.changed", (await EditAsync(host, id, new ProductPatch { TitleEn = "Second" }, seen)).Problem!.Code);
        Assert.Equal("First", (await host.ProductAsync(id)).TitleEn);
    }

    [Theory, EveryDatabase]
    public async Task Bulk_publishing_gives_each_product_its_own_outcome(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        var good = await host.AddAsync("Good", [10m], publish: false);
        var soldOut = await host.AddAsync("Sold out", [10m], stock: 0, publish: false);
        var unpriced = await host.AddAsync("Unpriced", [], publish: false);
        var unknown = new Id<Product>(Guid.Empty);

        var results = await ChangeAsync(host, PublicationAction.Publish, good, soldOut, unpriced, unknown);

        Assert.Equal(
            [null, "No variant can be bought now: all are sold out or paused.", "No variant has a price yet. Set a price first.", "This product does not exist."],
            results.Select(r => r.Problem));
        Assert.Equal(ProductState.Published, (await host.ProductAsync(good)).State);
        Assert.Equal(ProductState.Draft, (await host.ProductAsync(soldOut)).State);
    }

    [Theory, EveryDatabase]
    public async Task States_move_along_their_table_only(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        var id = await host.AddAsync("Lamp", [10m]);

        Assert.True((await ChangeAsync(host, PublicationAction.Unpublish, id))[0].Done);
        Assert.Equal((PauseReasons.Merchant, PausedBy.Merchant), ((await host.ProductAsync(id)).PauseReason, (await host.ProductAsync(id)).PausedBy));
        Assert.True((await ChangeAsync(host, PublicationAction.Archive, id))[0].Done);
        Assert.False((await ChangeAsync(host, PublicationAction.Publish, id))[0].Done);
        Assert.False((await ChangeAsync(host, PublicationAction.Unpublish, id))[0].Done);
        Assert.True((await ChangeAsync(host, PublicationAction.Restore, id))[0].Done);
        Assert.False((await ChangeAsync(host, PublicationAction.Restore, id))[0].Done);
        Assert.Equal(ProductState.Draft, (await host.ProductAsync(id)).State);
    }

    [Theory, EveryDatabase]
    public async Task The_merchants_list_filters_and_counts_states(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        await host.AddAsync("Red lamp", [10m], category: "Home");
        await host.AddAsync("Blue lamp", [10m], publish: false);
        await host.AddAsync("Chair", [10m]);

        var lamps = await host.WithAsync<ListProducts, ProductRows>(l => l.RunAsync(new ProductListQuery(Text: "lamps"), CancellationToken.None));
        Assert.Equal((2, 1, 1), (lamps.Total, lamps.States[ProductState.Draft], lamps.States[ProductState.Published]));
        var home = await host.WithAsync<ListProducts, ProductRows>(l => l.RunAsync(new ProductListQuery(Category: "home", State: ProductState.Published), CancellationToken.None));
        var row = Assert.Single(home.Products);
        Assert.Equal(("Red lamp", "Home", 10m, true), (row.Title, row.Category, row.MarketPrice!.Value, row.IsActive));
    }

    private static Task<Outcome<Done>> EditAsync(CatalogHost host, Id<Product> id, ProductPatch patch, int? version = null) =>
        host.WithAsync<EditProduct, Outcome<Done>>(e => e.RunAsync(id, patch, version, "ann", CancellationToken.None));

    private static Task<Outcome<Done>> UndoAsync(CatalogHost host, Id<Product> id) =>
        host.WithAsync<UndoLastEdit, Outcome<Done>>(u => u.RunAsync(id, "ann", CancellationToken.None));

    private static async Task<ProductSheet> SheetAsync(CatalogHost host, Id<Product> id) =>
        (await host.WithAsync<GetProduct, Outcome<ProductSheet>>(g => g.RunAsync(id, CancellationToken.None))).Value!;

    private static async Task<List<PublicationResult>> ChangeAsync(CatalogHost host, PublicationAction action, params Id<Product>[] ids) =>
        (await host.WithAsync<ChangePublication, Outcome<List<PublicationResult>>>(p => p.RunAsync(action, ids, "ann", CancellationToken.None))).Value!;
}
