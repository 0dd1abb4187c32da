using Shop.Connectors.AmazonCa;
using Shop.Connectors.AmazonCa.Wire;
using Shop.Connectors.Sdk;
using Shop.Connectors.Tests.Signals;

namespace Shop.Connectors.Tests.AmazonCa;

public sealed class AmazonCaTests
{
    [Fact]
    public void The_captured_card_is_read_to_its_values()
    {
        var card = Assert.Single(CardReader.Read(SignalCapture.Read("amazon-bestsellers", "card_fragment.rank12.jp.html")));

        Assert.Equal(("4761275421", 12, 4.0m, 530), (card.Asin, card.Rank!.Value, card.Rating!.Value, card.Ratings!.Value));
        Assert.Equal(new Amount(926m, "JPY"), card.Price);
        Assert.StartsWith("英会話は筋トレ。", card.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranks_come_from_the_list_and_the_rest_from_the_cards()
    {
        var series = (await ReadAsync(Page("B000000001", "B000000002", "B000000003"))).Value!;

        Assert.Equal([1m, 2m, 3m], series.Where(s => s.Unit == "rank").Select(s => s.Points[0].Value));
        Assert.Equal(["Yoga Mat & Strap", "B000000002", "B000000003"], series.Where(s => s.Unit == "rank").Select(s => s.Name));
        var first = series.Where(s => s.Source == "https://www.amazon.ca/dp/B000000001").ToDictionary(s => s.Unit, s => s.Points[0].Value);
        Assert.Equal(new Dictionary<string, decimal> { ["rank"] = 1, ["CAD"] = 1234.5m, ["rating-of-5"] = 4.2m, ["ratings"] = 1234 }, first);
        // A card that states nothing is unknown, not zero.
        Assert.Single(series, s => s.Source == "https://www.amazon.ca/dp/B000000003");
    }

    [Theory]
    [InlineData("<html><form action='/errors/validateCaptcha'></form></html>", FaultKind.Challenge)]
    [InlineData("<html><body>Welcome</body></html>", FaultKind.Challenge)]
    [InlineData("<div data-client-recs-list='nonsense'></div>", FaultKind.LayoutChanged)]
    [InlineData("<div data-client-recs-list='[{\"id\":\"B000000001\"}]'></div>", FaultKind.LayoutChanged)]
    [InlineData("<span class=\"zg-bdg-text\">#1</span>", FaultKind.LayoutChanged)]
    public async Task A_page_without_its_list_is_a_fault_and_never_an_empty_list(string page, FaultKind kind) =>
        Assert.Equal(kind, (await ReadAsync(page)).Fault!.Kind);

    [Fact]
    public async Task Currencies_are_not_mixed_and_ranks_must_agree()
    {
        Assert.Equal("p13n-sc-price", (await ReadAsync(Page("B000000001", "B000000002") + Card("B000000002", 2, "US$9.99"))).Fault!.Field);
        Assert.Equal("render.zg.rank", (await ReadAsync(Page("B000000002", "B000000001"))).Fault!.Field);
    }

    [Theory]
    [InlineData("$24.99", 24.99, "CAD")]
    [InlineData("1 234,56 $", 1234.56, "CAD")]
    [InlineData("US$5", 5, "USD")]
    [InlineData("￥1,926", 1926, "JPY")]
    public void Prices_are_read_with_their_own_currency(string text, double value, string currency) =>
        Assert.Equal(new Amount((decimal)value, currency), PriceReader.Read(text));

    [Theory]
    [InlineData("$5.00 - $9.00")]
    [InlineData("12.00 kr")]
    [InlineData("Currently unavailable")]
    public void A_range_or_an_unknown_sign_is_no_price(string text) => Assert.Null(PriceReader.Read(text));

    [Theory]
    [InlineData("yoga mat", FaultKind.Unsupported)]
    [InlineData("category:../gp/cart", FaultKind.BadInput)]
    [InlineData("category:toys?x=1", FaultKind.BadInput)]
    public async Task What_cannot_be_asked_is_declined_without_a_request(string term, FaultKind kind)
    {
        var context = new ReplayContext();
        Assert.Equal(kind, (await new AmazonCaConnector().ReadSignalsAsync(context, term, Market.Canada, TestContext.Current.CancellationToken)).Fault!.Kind);
        Assert.Empty(context.Calls);
    }

    private static Task<Answer<IReadOnlyList<IReadSignals.Series>>> ReadAsync(string page) =>
        new AmazonCaConnector().ReadSignalsAsync(new ReplayContext(page), "category:sports", Market.Canada, TestContext.Current.CancellationToken);

    private static string Page(params string[] asins)
    {
        var rows = asins.Select((asin, i) => $$$"""{&quot;id&quot;:&quot;{{{asin}}}&quot;,&quot;metadataMap&quot;:{&quot;render.zg.rank&quot;:&quot;{{{i + 1}}}&quot;}}""");
        return $"""<div class="p13n-desktop-grid" data-client-recs-list="[{string.Join(',', rows)}]">{Card("B000000001", 1, "$1,234.50")}<div data-asin="B000000003"></div></div>""";
    }

    private static string Card(string asin, int rank, string price) => $"""
        <div id="gridItemRoot"><div data-asin="{asin}" class="x"><span class="zg-bdg-text">#{rank}</span>
        <img alt="Yoga Mat &amp; Strap" src="https://images.example/1.jpg">
        <a aria-label="4.2 out of 5 stars, 1,234 ratings"></a><span class="_cDEzb_p13n-sc-price_3mJ9Z">{price}</span></div></div>
        """;
}
