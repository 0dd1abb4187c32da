using Shop.Connectors.AliExpress;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

public sealed class AliExpressSearchTests
{
    private const string Card = """
        {"productId":"3256800000000001","productType":"natural","title":{"displayTitle":"Drill"},
         "prices":{"salePrice":{"minPrice":23.29,"cent":2329,"currencyCode":"CAD","formattedPrice":"C$23,29"}},
         "image":{"imgUrl":"//ae01.alicdn.com/kf/a.jpg"},"trade":{"tradeDesc":"84 sold"},"evaluation":{"starRating":5}}
        """;

    private static readonly AliExpressConnector Connector = new();

    private static async Task<ISearchOffers.Page> Search(string answer)
    {
        var page = await Connector.SearchAsync(new ReplayContext(answer), "drills", 1, Market.Canada, default);
        Assert.Null(page.Fault);
        return page.Value!;
    }

    private static async Task<Fault> Refused(string answer) =>
        (await Connector.SearchAsync(new ReplayContext(answer), "drills", 1, Market.Canada, default)).Fault!;

    [Fact]
    public async Task Api_list_has_the_values_of_its_readme()
    {
        var page = await Search(Capture.Read("ds_text_search.fr-eur.json"));
        Assert.Equal((3984L, true), (page.Total, page.More));
        Assert.Equal(
            [("1005006361450153", new Amount(3.29m, "EUR"), 4.5m), ("1005005993007395", new Amount(3.99m, "EUR"), 4.8m), ("1005008131052613", new Amount(5.69m, "EUR"), 4.1m)],
            page.Offers.Select(offer => (offer.ProductId, offer.Price!, offer.Rating!.Value)));
        Assert.Equal(new Amount(9.40m, "EUR"), page.Offers[0].ListPrice);
        Assert.Equal("5,000+", page.Offers[0].Sold);
        Assert.Single(page.Offers[0].Images);
        Assert.Null(page.Offers[0].Stock);
    }

    [Fact]
    public async Task Cards_of_a_page_have_the_values_of_its_readme()
    {
        var offers = (await Search(Capture.Read("web_search_cards.usd.json"))).Offers;
        Assert.Equal(15, offers.Select(offer => offer.ProductId).Distinct().Count());
        Assert.All(offers, offer => Assert.Equal("USD", offer.Price!.Currency));
        Assert.Equal(("3256809260449850", 23.29m, 65.85m, "84 sold", 5m, 6), (offers[0].ProductId, offers[0].Price!.Value, offers[0].ListPrice!.Value, offers[0].Sold, offers[0].Rating, offers[0].Images.Count));
        Assert.Equal(("3256809655126882", 149.83m, 342.08m, 1), (offers[1].ProductId, offers[1].Price!.Value, offers[1].ListPrice!.Value, offers[1].Images.Count));
        Assert.Equal(("3256810431272527", null, null), (offers[7].ProductId, offers[7].Sold, offers[7].Rating));
        Assert.Contains("1,000+ sold", offers.Select(offer => offer.Sold));
        Assert.Contains("4000+ sold", offers.Select(offer => offer.Sold));
        Assert.All(offers, offer => Assert.All(offer.Images, image => Assert.StartsWith("https://", image, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_search_page_is_read_from_its_script()
    {
        var page = await Search($$$$$$"""
            <!DOCTYPE html><html><body><script>window._dida_config_ = {}; window._dida_config_._init_data_= { data: {"data":{"root":{"fields":{
            "mods":{"itemList":{"content":[{{{{{{Card}}}}}},{{{{{{Card}}}}}}]}},"pageInfo":{"page":1,"pageSize":60,"totalResults":61} }}}} }</script></body></html>
            """);
        var offer = Assert.Single(page.Offers);
        Assert.Equal(("Drill", new Amount(23.29m, "CAD"), "https://ae01.alicdn.com/kf/a.jpg"), (offer.Title, offer.Price, offer.Images[0]));
        Assert.Equal((61L, true), (page.Total, page.More));
    }

    [Fact]
    public async Task Pages_are_asked_for_when_the_account_says_so()
    {
        var context = new ReplayContext($"[{Card}]");
        context.Set["source"] = "pages";
        await Connector.SearchAsync(context, " cordless  drill é/& ", 3, Market.Canada, default);
        var call = Assert.Single(context.Calls);
        Assert.Equal(("www", "/w/wholesale-cordless-drill-%C3%A9%2F%26.html", "3"), (call.Endpoint, call.Path, call.Query["page"]));
        Assert.Empty(context.SignedTexts);
    }

    [Fact]
    public async Task Api_search_asks_for_the_market()
    {
        var context = new ReplayContext("""{"aliexpress_ds_text_search_response":{"code":"0","data":{"totalCount":0}}}""");
        var page = await Connector.SearchAsync(context, " tapis ", 2, new Market("CA", "CAD", "fr-CA"), default);
        Assert.Empty(page.Value!.Offers);
        var sent = context.Sent[0];
        Assert.Equal(("tapis", "fr_FR", "CA", "CAD", "2", "50"), (sent["keyWord"], sent["local"], sent["countryCode"], sent["currency"], sent["pageIndex"], sent["pageSize"]));
    }

    [Fact]
    public async Task Both_forms_of_lists_and_numbers_are_read()
    {
        const string Item = """{"itemId":1005000000000001,"title":"A","targetSalePrice":3.5,"targetOriginalPriceCurrency":"CAD","salePrice":"25.76","salePriceCurrency":"CNY"}""";
        var wrapped = await Search($$$$$$"""{"aliexpress_ds_text_search_response":{"code":0,"data":{"totalCount":"1","pageIndex":"1","pageSize":"50","products":{"selection_search_product":[{{{{{{Item}}}}}}]}}}}""");
        var simple = await Search($$$$$$"""{"aliexpress_ds_text_search_response":{"code":"00","data":{"totalCount":1,"pageIndex":1,"pageSize":50,"products":[{{{{{{Item}}}}}}]}}}""");
        Assert.Equal((new Amount(3.5m, "CAD"), false), (wrapped.Offers[0].Price, wrapped.More));
        Assert.Equal((new Amount(3.5m, "CAD"), false), (simple.Offers[0].Price, simple.More));
        Assert.Equal("1005000000000001", simple.Offers[0].ProductId);
    }

    [Theory]
    [InlineData("""{"aliexpress_ds_text_search_response":{"code":"00","data":{"totalCount":5,"product_list":[]}}}""", "aliexpress_ds_text_search_response.data.products")]
    [InlineData("""{"aliexpress_ds_text_search_response":{"code":"00","data":{"totalCount":5,"products":[{"itemId":"12345","title":"x","targetSalePrice":"3.29"}]}}}""", "aliexpress_ds_text_search_response.data.products[0].targetOriginalPriceCurrency")]
    [InlineData("""{"aliexpress_ds_text_search_response":{"code":"00","data":{"totalCount":5,"products":[{"itemId":"12345","targetSalePrice":"3.29","targetOriginalPriceCurrency":"CAD"}]}}}""", "aliexpress_ds_text_search_response.data.products[0].title")]
    [InlineData("""{"data":{"root":{"fields":{"mods":{"resultList":{}},"pageInfo":{"page":1,"pageSize":60,"totalResults":9}}}}}""", "data.root.fields.mods.itemList.content")]
    [InlineData("""[{"productId":"12345","title":{"displayTitle":"x"},"prices":{"salePrice":{"formattedPrice":"C$1","currencyCode":"CAD"}}}]""", "[0].prices.salePrice.minPrice")]
    [InlineData("""[{"productId":"1.2e10","title":{"displayTitle":"x"}}]""", "[0].productId")]
    [InlineData("""{"something":"else"}""", "mods.itemList")]
    [InlineData("not an answer", "window.runParams")]
    public async Task A_list_of_another_shape_names_the_part(string answer, string field)
    {
        var fault = await Refused(answer);
        Assert.Equal((FaultKind.LayoutChanged, field), (fault.Kind, fault.Field));
    }

    [Fact]
    public async Task Empty_words_and_page_zero_are_refused_before_a_call()
    {
        var context = new ReplayContext("{}");
        Assert.Equal(FaultKind.BadInput, (await Connector.SearchAsync(context, " ", 1, Market.Canada, default)).Fault!.Kind);
        Assert.Equal(FaultKind.BadInput, (await Connector.SearchAsync(context, "a", 0, Market.Canada, default)).Fault!.Kind);
        Assert.Empty(context.Calls);
    }
}
