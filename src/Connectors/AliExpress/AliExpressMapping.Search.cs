using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Lists: answers of <c>aliexpress.ds.text.search</c>, search pages, and the bare cards of a page. Pure.</summary>
internal static class SearchMapping
{
    public static Answer<ISearchOffers.Page> Page(Document document, DateTimeOffset at)
    {
        var root = document.Root;
        if (root.IsArray) return document.Trouble.Or(new ISearchOffers.Page(Distinct(root.Items().Select(card => Card(card, at)))));
        if (AliExpressMapping.Refused(root) is { } fault) return fault;
        var body = AliExpressMapping.Unwrap(root);
        if (body["data"]["products"].Exists || body["code"].Exists) return ApiPage(body, document.Trouble, at);
        return Fields(root) is { } fields ? CardPage(fields, document.Trouble, at) : Trouble.Changed("mods.itemList", "no list of the API and none of a search page");
    }

    private static Answer<ISearchOffers.Page> ApiPage(Node body, Trouble trouble, DateTimeOffset at)
    {
        // "00" in real answers, "0" in the reference.
        var code = body["code"].Words();
        if (code is not (null or "0" or "00" or "200")) return AliExpressFaults.Of(code, body["msg"].Words() ?? body["message"].Words());
        var data = body.Need("data");
        var total = data["totalCount"].Whole();
        var products = data["products"];
        if (!products.Exists && total != 0) products.Bad("missing");
        var offers = Distinct(products.Items().Select(item => Item(item, at)));
        return trouble.Or(new ISearchOffers.Page(offers) { Total = total, More = More(data["pageIndex"], data["pageSize"], total) });
    }

    private static Answer<ISearchOffers.Page> CardPage(Node fields, Trouble trouble, DateTimeOffset at)
    {
        var info = fields["pageInfo"];
        var total = info["totalResults"].Whole();
        var content = fields["mods"]["itemList"]["content"];
        if (!content.Exists && total != 0) content.Bad("missing");
        var offers = Distinct(content.Items().Select(card => Card(card, at)));
        return trouble.Or(new ISearchOffers.Page(offers) { Total = total, More = More(info["page"], info["pageSize"], total) });
    }

    /// <summary>Where a search page keeps its cards: the nesting differs between the page and its parts.</summary>
    private static Node? Fields(Node root)
    {
        Node[] places = [root, root["fields"], root["root"]["fields"], root["data"]["root"]["fields"], root["data"]["data"]["root"]["fields"], root["data"]];
        foreach (var place in places)
        {
            if (place["mods"].Exists || place["pageInfo"].Exists) return place;
        }

        return null;
    }

    private static Offer Item(Node item, DateTimeOffset at)
    {
        var id = item.Need("itemId").NeedId();
        // salePrice and originalPrice are in the seller's currency (CNY): only the target prices are the market's.
        var currency = item["targetOriginalPriceCurrency"];
        var price = item["targetSalePrice"].Exists ? Money.Price(item["targetSalePrice"], currency) : null;
        return new Offer(id, item.Need("title").NeedWords())
        {
            Url = AliExpressMapping.Url(id),
            Price = price,
            ListPrice = price is null || !item["targetOriginalPrice"].Exists ? null : Money.Of(item["targetOriginalPrice"], currency).Above(price),
            Images = AliExpressMapping.Images([item["itemMainPic"].Words()]),
            Category = item["cateId"].Words(),
            Rating = AliExpressMapping.Rating(item["score"]),
            Sold = item["orders"].Words(),
            SeenAt = at,
        };
    }

    private static Offer Card(Node card, DateTimeOffset at)
    {
        var id = card.Need("productId").NeedId();
        var sale = card["prices"]["salePrice"];
        var original = card["prices"]["originalPrice"];
        var price = sale.Exists ? Money.Price(sale["minPrice"], sale["currencyCode"]) : null;
        var images = card["images"].Items().Select(image => image["imgUrl"].Words()).Prepend(card["image"]["imgUrl"].Words());
        return new Offer(id, card.Need("title").Need("displayTitle").NeedWords())
        {
            Url = AliExpressMapping.Url(id),
            Price = price,
            ListPrice = price is null || !original.Exists ? null : Money.Of(original["minPrice"], original["currencyCode"]).Above(price),
            Images = AliExpressMapping.Images(images),
            Rating = AliExpressMapping.Rating(card["evaluation"]["starRating"]),
            Sold = card["trade"]["tradeDesc"].Words(),
            SeenAt = at,
        };
    }

    private static List<Offer> Distinct(IEnumerable<Offer> offers) => [.. offers.DistinctBy(offer => offer.ProductId)];

    private static bool? More(Node page, Node size, long? total) =>
        page.Whole() is { } number && size.Whole() is { } count && total is not null ? number * count < total : null;
}
