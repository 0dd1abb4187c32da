using Microsoft.Extensions.Options;
using NetVips;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Catalogue.Shapes;
using Shop.Sandbox.Tests.Support;

namespace Shop.Sandbox.Tests.Catalogue;

public sealed class CatalogueTests
{
    private readonly ProductCatalogue catalogue = new(Options.Create(new SandboxOptions()));

    [Fact]
    public void Catalogue_is_large_varied_and_the_same_for_the_same_seed()
    {
        Assert.True(catalogue.Count >= 10_000);
        Assert.True(catalogue.Families.Count >= 40);
        var again = new ProductCatalogue(Options.Create(new SandboxOptions()));
        var products = Enumerable.Range(0, catalogue.Count).Select(catalogue.At).ToList();
        Assert.Equal(products.Count, products.Select(product => product.Id).Distinct().Count());
        Assert.True(products.Select(product => product.Title.En).Distinct().Count() > 0.95 * products.Count);
        Assert.True(products.Select(product => product.Store.Id).Distinct().Count() > 250);
        Assert.All(products, product => Assert.InRange(product.Skus.Count, 1, 20));
        Assert.All(products, product => Assert.Equal(product.Skus.Count, product.Skus.Select(sku => sku.Attr).Distinct().Count()));
        Assert.Contains(products, product => product.Skus.All(sku => sku.InitialStock == 0) || product.Skus.Any(sku => sku.InitialStock == 0));
        Assert.Equal(products[4321].Skus.Select(sku => sku.SaleCny), again.At(4321).Skus.Select(sku => sku.SaleCny));
    }

    [Fact]
    public void Product_id_leads_back_to_its_product_and_no_other_number_does()
    {
        Assert.All(Enumerable.Range(0, 500), n => Assert.Equal(n, catalogue.Find(catalogue.At(n).Id)!.Index));
        Assert.Null(catalogue.Find(catalogue.At(7).Id + 1));
        Assert.Null(catalogue.Find(0));
    }

    [Fact]
    public void Every_family_has_a_drawing() =>
        Assert.Empty(catalogue.Families.Select(family => family.Shape).Except(ShapeBook.Names));

    [Theory]
    [InlineData("v0.jpg", "jpegload_buffer", 800)]
    [InlineData("v3.png", "pngload_buffer", 800)]
    [InlineData("v1.webp", "webpload_buffer", 800)]
    [InlineData("v2.jpg_250x250.jpg", "jpegload_buffer", 250)]
    public async Task Pictures_are_drawn_in_the_format_of_their_name(string name, string loader, int size)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        for (var index = 0; index < catalogue.Families.Count; index += 7)
        {
            var bytes = await sandbox.Http.GetByteArrayAsync($"/aliexpress-img/kf/S{index:x6}{name}");
            using var image = Image.NewFromBuffer(bytes);
            Assert.Equal((size, size), (image.Width, image.Height));
            Assert.StartsWith(loader.Split('_')[0], (string)image.Get("vips-loader"));
        }
    }
}
