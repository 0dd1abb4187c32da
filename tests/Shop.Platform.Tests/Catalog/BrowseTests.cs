using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Catalog;

public sealed class BrowseTests
{
    [Theory, EveryDatabase]
    public async Task All_words_must_match_and_title_hits_come_first(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        await host.AddAsync("Steel bottle", [10m], category: "Cameras");
        await host.AddAsync("Trail camera for wildlife", [50m], demand: 10m);
        await host.AddAsync("Camera bag", [20m], demand: 90m);
        await host.AddAsync("Wool socks", [5m]);

        Assert.Equal(["Camera bag", "Trail camera for wildlife", "Steel bottle"], Titles(await host.BrowseAsync("cameras")));
        Assert.Equal(["Trail camera for wildlife"], Titles(await host.BrowseAsync("CAMÉRA trail")));
        Assert.Empty((await host.BrowseAsync("camera socks")).Products);
        Assert.Empty((await host.BrowseAsync("!!!")).Products);
    }

    [Theory, EveryDatabase]
    public async Task French_titles_are_found_and_shown_with_English_where_there_is_none(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        await host.AddAsync("Desk lamp", [10m], titleFr: "Lampe à pince pour bureaux");
        await host.AddAsync("Floor lamp", [10m]);

        Assert.Equal(["Lampe à pince pour bureaux"], Titles(await host.BrowseAsync("bureau lampe", language: "fr")));
        Assert.Equal(["Floor lamp", "Lampe à pince pour bureaux"], Titles(await host.BrowseAsync(language: "fr")).Order());
    }

    [Theory, EveryDatabase]
    public async Task Lists_sort_filter_and_count_by_category_with_what_lies_below(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        await host.AddAsync("A", [30m, 10m], category: "Home / Kitchen");
        await host.AddAsync("B", [20m], category: "Home");
        await host.AddAsync("C", [5m], category: "Toys");
        await host.AddAsync("Draft", [1m], category: "Toys", publish: false);

        var home = await host.BrowseAsync(category: "home", sort: "price");
        Assert.Equal(["A", "B"], Titles(home));
        Assert.Equal(2, home.Total);
        Assert.Equal((10m, true), (home.Products[0].Price.Amount, home.Products[0].PriceVaries));
        Assert.Equal([("home", 2), ("home-kitchen", 1), ("toys", 1)], home.Categories.Select(c => (c.Slug, c.Count)));
        Assert.Equal(["B", "A"], Titles(await host.BrowseAsync(sort: "-price", category: "home")));
        Assert.Equal(["A"], Titles(await host.BrowseAsync(with: q => q with { MinPrice = 25m })));
        Assert.Equal(["C"], Titles(await host.BrowseAsync(with: q => q with { MaxPrice = 6m })));
        Assert.Empty((await host.BrowseAsync(category: "nowhere")).Products);
        Assert.Equal(["home", "home-kitchen", "toys"], (await host.WithAsync<ICatalog, IReadOnlyList<CategoryCount>>(c => c.CategoriesAsync(CancellationToken.None))).Select(c => c.Slug));
    }

    [Theory, EveryDatabase]
    public async Task A_list_a_search_and_a_product_page_take_three_queries_at_most(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        await host.AddAsync("Desk lamp", [10m, 12m], category: "Home / Lighting");

        host.Queries.Reset();
        await host.BrowseAsync(category: "home");
        Assert.InRange(host.Queries.Count, 1, 3);
        host.Queries.Reset();
        await host.BrowseAsync("lamp", category: "home", sort: "price");
        Assert.InRange(host.Queries.Count, 1, 3);
        host.Queries.Reset();
        var page = await host.WithAsync<ICatalog, ProductDetails?>(c => c.FindAsync("desk-lamp", "en", CancellationToken.None));
        Assert.InRange(host.Queries.Count, 1, 3);
        host.Queries.Reset();
        await host.WithAsync<ICatalog, IReadOnlyList<SellableVariant>>(c => c.VariantsAsync([.. page!.Variants.Select(v => v.Id)], "en", CancellationToken.None));
        Assert.Equal(1, host.Queries.Count);
    }

    [Theory, EveryDatabase]
    public async Task What_monitoring_paused_is_shown_unbuyable_and_what_the_merchant_took_down_is_not_shown(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        var soldOut = await host.AddAsync("Lamp", [10m]);
        await ChangeAsync(host, soldOut, (p, now) => p.Pause(PauseReasons.SoldOut, PausedBy.Monitoring, now));

        var details = await FindAsync(host, "lamp");
        var variant = Assert.Single(details!.Variants);
        Assert.Equal((false, "sold-out"), (variant.Buyable, variant.Reason));
        Assert.Empty((await host.BrowseAsync()).Products);
        Assert.Single(await host.WithAsync<ICatalog, IReadOnlyList<SellableVariant>>(c => c.VariantsAsync([variant.Id], "en", CancellationToken.None)));

        await ChangeAsync(host, soldOut, (p, now) => p.Pause(PauseReasons.Merchant, PausedBy.Merchant, now));
        Assert.Null(await FindAsync(host, "lamp"));
        Assert.Empty(await host.WithAsync<ICatalog, IReadOnlyList<SellableVariant>>(c => c.VariantsAsync([variant.Id], "en", CancellationToken.None)));
    }

    [Theory, EveryDatabase]
    public async Task Another_tenants_products_do_not_exist_and_may_have_the_same_address(Provider provider)
    {
        await using var host = await CatalogHost.StartAsync(provider);
        await host.AddAsync("Lamp", [10m]);
        await host.AddAsync("Lamp", [99m], tenant: new TenantId(Guid.Parse("22222222-2222-2222-2222-222222222222")));
        await host.AddAsync("Lamp", [11m]);

        Assert.Equal(["lamp", "lamp-2"], (await host.BrowseAsync(sort: "price")).Products.Select(p => p.Slug));
    }

    private static string[] Titles(ProductList list) => [.. list.Products.Select(p => p.Title)];

    private static Task<ProductDetails?> FindAsync(CatalogHost host, string slug) =>
        host.WithAsync<ICatalog, ProductDetails?>(c => c.FindAsync(slug, "en", CancellationToken.None));

    private static Task ChangeAsync(CatalogHost host, Id<Product> id, Func<Product, DateTimeOffset, bool> change) =>
        host.WithAsync<Shop.Platform.Kernel.Database.ShopDb, int>(async db =>
        {
            Assert.True(change(db.Set<Product>().Single(p => p.Id == id), host.Host.Time.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
}
