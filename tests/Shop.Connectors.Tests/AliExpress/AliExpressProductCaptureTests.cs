using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressProductCaptureTests
{
    private static readonly AliExpressConnector Connector = new();

    private static Offer Read(string file)
    {
        var answer = Connector.ReadDocument(Capture.Read(file), Market.Canada);
        Assert.Null(answer.Fault);
        return answer.Value!;
    }

    [Fact]
    public void Api_product_for_France_has_the_values_of_its_readme()
    {
        var offer = Read("ds_product_get.1005008177221739.fr-eur.json");
        Assert.Equal("1005008177221739", offer.ProductId);
        Assert.Equal("Tapis de sol absorbant épais de forme spéciale pour salle de bain, tapis de toilette en flanelle, salle de douche, tapis de pied antidérapant et résistant à la saleté", offer.Title);
        Assert.Equal(("154002", "5000+", 4.6m, 1446), (offer.Category, offer.Sold, offer.Rating, offer.RatingCount));
        Assert.Equal((6, 5, true, 133), (offer.Images.Count, offer.Specifications.Count, offer.Available, offer.Stock));
        Assert.Equal(("1102602078", "Shop1102602078 Store"), (offer.StoreId, offer.StoreName));
        Assert.Equal([39m, 27m, 7m], offer.PackageCm);
        Assert.Equal((0.213m, 7), (offer.WeightKg, offer.DeliveryDays));
        Assert.Equal(new Amount(5.09m, "EUR"), offer.Price);
        Assert.Equal(new Amount(13.77m, "EUR"), offer.ListPrice);
        Assert.Equal(8.19m, offer.Variants.Max(v => v.Price!.Value));
        (string, string, decimal, decimal, int)[] expected =
        [
            ("12000044126059467", "Bear / 500MMx800MM", 8.01m, 22.23m, 27),
            ("12000044126059466", "Bear / 400MMx600MM", 5.19m, 14.03m, 6),
            ("12000044126059465", "Dog / 500MMx800MM", 8.19m, 22.75m, 6),
            ("12000044126059464", "Dog / 400MMx600MM", 5.09m, 13.77m, 7),
            ("12000044126059463", "Cat / 500MMx800MM", 8.19m, 22.75m, 4),
            ("12000044126059462", "Cat / 400MMx600MM", 5.19m, 14.03m, 83),
        ];
        Assert.Equal(expected, offer.Variants.Select(v => (v.Id, Label(v), v.Price!.Value, v.ListPrice!.Value, v.Stock!.Value)));
        Assert.All(offer.Variants, v => Assert.Equal("EUR", v.Price!.Currency));
        Assert.Equal("14:29#Bear;183:200007741", offer.Variants[0].OrderKey);
        Assert.DoesNotContain("maker@example.com", Everything(offer), StringComparison.Ordinal);
        Assert.DoesNotContain("00000000000", Everything(offer), StringComparison.Ordinal);
    }

    [Fact]
    public void Api_product_for_Brazil_has_the_values_of_its_readme()
    {
        var offer = Read("ds_product_get.1005009017968975.br-brl.json");
        Assert.Equal("Labubu boneca roupas pinguim tubarão abelha dinossauro macacão-macacão animal bonito para 17cm pullip blythe ob11 bjd", offer.Title);
        Assert.Equal([2, 5, 6, 5, 2, 3, 5, 140, 3, 5, 6, 6, 116, 118, 4, 119, 6, 4, 170, 1], offer.Variants.Select(v => v.Stock!.Value));
        Assert.Equal((20, 726, 6, 18), (offer.Variants.Count, offer.Stock, offer.Images.Count, offer.Specifications.Count));
        Assert.Equal(new Amount(21.32m, "BRL"), offer.Price);
        var cheapest = offer.Variants.Single(v => v.Id == "12000047598442595");
        Assert.Equal((21.32m, "G / No Dolls", 6), (cheapest.Price!.Value, Label(cheapest), cheapest.Stock));
        var dearest = offer.Variants.Single(v => v.Id == "12000047598442604");
        Assert.Equal((36.19m, "P / No Dolls", 116), (dearest.Price!.Value, Label(dearest), dearest.Stock));
        Assert.Equal((43.52m, 73.86m), (offer.Variants.Min(v => v.ListPrice!.Value), offer.Variants.Max(v => v.ListPrice!.Value)));
        Assert.Equal((4.8m, 389, "3000+", 0.029m, 7, "1103832399"), (offer.Rating, offer.RatingCount, offer.Sold, offer.WeightKg, offer.DeliveryDays, offer.StoreId));
        Assert.Equal([21m, 17m, 2m], offer.PackageCm);
        Assert.True(offer.Description!.Length > 100);
    }

    [Fact]
    public void Component_page_has_the_values_of_its_readme()
    {
        var offer = Read("web_runparams_components.1005005424987520.mx-mxn.json");
        Assert.Equal("1005005424987520", offer.ProductId);
        Assert.Equal("Baofeng Walkie Talkie UV 5R 5W 8W doble banda de radio de dos vías Vhf Uhf FM radio transceptor de mano caza 16KM", offer.Title);
        Assert.Equal((16, 3434, 6, 14), (offer.Variants.Count, offer.Stock, offer.Images.Count, offer.Specifications.Count));
        Assert.All(offer.Variants, v => Assert.Equal("MXN", v.Price!.Currency));
        Assert.Equal((155.59m, 399.15m), (offer.Variants.Min(v => v.Price!.Value), offer.Variants.Max(v => v.Price!.Value)));
        Assert.Equal((893.04m, 1082.35m), (offer.Variants.Min(v => v.ListPrice!.Value), offer.Variants.Max(v => v.ListPrice!.Value)));
        string[] soldOut = ["12000034661999002", "12000034661999003", "12000034661999006", "12000034661999007"];
        Assert.Equal(soldOut, offer.Variants.Where(v => v.Stock == 0).Select(v => v.Id).Order());
        Check(offer, "12000034661774997", "5W radio / Euro", 156.63m, 895.99m, 645);
        Check(offer, "12000034661999011", "5W radio / American", 155.59m, 893.04m, 124);
        Assert.Equal((4.8m, 4899, "Factory Direct Collected Store", "5379102"), (offer.Rating, offer.RatingCount, offer.StoreName, offer.StoreId));
        Assert.Equal([18m, 11m, 10m], offer.PackageCm);
        Assert.Equal(0.467m, offer.WeightKg);
        var way = Assert.Single(offer.Shipping);
        Assert.Equal(("CAINIAO_FULFILLMENT_STD", new Amount(51.98m, "MXN"), 12, 14, "CN"), (way.Code, way.Fee, way.MinDays, way.MaxDays, way.ShipsFrom));
        Assert.Contains("MX", way.Doubt, StringComparison.Ordinal);
    }

    [Fact]
    public void Module_page_has_the_values_of_its_readme()
    {
        var offer = Read("web_runparams_modules.1005001894012758.ma-usd.json");
        Assert.Equal("1005001894012758", offer.ProductId);
        Assert.Equal("Magnetic For Magsafe iPhone 12 Case Luxury Leather Phone Case For iPhone 12 Pro Max 12 Mini Case Cover Support Wireless Charger", offer.Title);
        Assert.Equal((24, 21299, 6, 33), (offer.Variants.Count, offer.Stock, offer.Images.Count, offer.Specifications.Count));
        Assert.All(offer.Variants, v => Assert.Equal("USD", v.Price!.Currency));
        Assert.All(offer.Variants, v => Assert.InRange(v.Stock!.Value, 885, 888));
        Assert.Equal((4.8m, 5, "13", "SULEIYI Official Store", "911046070"), (offer.Rating, offer.RatingCount, offer.Sold, offer.StoreName, offer.StoreId));
        Assert.Empty(offer.Shipping);
        (string Model, decimal Price, decimal List)[] models =
            [("For iPhone 12 mini", 4.19m, 5.98m), ("For iPhone 12", 4.49m, 6.41m), ("For iPhone 12 Pro", 4.49m, 6.41m), ("For iPhone 12 ProMax", 4.79m, 6.84m)];
        foreach (var (model, price, list) in models)
        {
            var variants = offer.Variants.Where(v => v.Options[0] is { Key: "Material" } option && option.Value == model).ToList();
            Assert.Equal(6, variants.Count);
            Assert.All(variants, v => Assert.Equal((price, list), (v.Price!.Value, v.ListPrice!.Value)));
        }

        Assert.DoesNotContain("203.0.113.1", Everything(offer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_page_gives_the_same_offer_as_the_data_inside_it()
    {
        foreach (var file in new[] { "web_runparams_components.1005005424987520.mx-mxn.json", "web_runparams_modules.1005001894012758.ma-usd.json" })
        {
            var data = Capture.Read(file);
            var html = $"<!DOCTYPE html><html><head><script>window.runParams = {{}};</script></head><body><script>\nwindow.runParams = {{\n  data: {data},\n  'csrfToken': 'x',\n}};\n</script></body></html>";
            Assert.Equal(Everything(Read(file)), Everything(Connector.ReadDocument(html, Market.Canada).Value!));
        }
    }

    private static void Check(Offer offer, string id, string label, decimal price, decimal list, int stock)
    {
        var variant = offer.Variants.Single(v => v.Id == id);
        Assert.Equal((label, price, list, stock), (Label(variant), variant.Price!.Value, variant.ListPrice!.Value, variant.Stock!.Value));
    }

    private static string Label(OfferVariant variant) => string.Join(" / ", variant.Options.Select(option => option.Value));

    private static string Everything(Offer offer) => System.Text.Json.JsonSerializer.Serialize(offer);
}
