using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Product pages up to about 2021: <c>window.runParams.data</c> with modules. The viewer's address (<c>webEnv.ip</c>) is not read.</summary>
internal static class ModulesMapping
{
    public static Answer<Offer> Offer(Node data, Trouble trouble, DateTimeOffset at)
    {
        var title = data.Need("titleModule");
        var id = data.Need("commonModule").Need("productId").NeedId();
        var list = data.Need("skuModule").Need("skuPriceList");
        var options = new PageMapping.Options(data["skuModule"]["productSKUPropertyList"]);
        var variants = list.Items().Select(sku => PageMapping.Variant(sku, options)).ToList();
        if (variants.Count == 0) list.Bad("no variants");
        var rating = title["feedbackRating"];
        var offer = new Offer(id, title.Need("subject").NeedWords())
        {
            Url = AliExpressMapping.Url(id),
            Images = AliExpressMapping.Images(data["imageModule"]["imagePathList"].Items().Select(image => image.Words())),
            Specifications = AliExpressMapping.Specifications(data["specsModule"]["props"], "attrName", "attrValue"),
            StoreId = data["storeModule"]["storeNum"].Id(),
            StoreName = data["storeModule"]["storeName"].Words(),
            Category = data["commonModule"]["categoryId"].Words(),
            Rating = AliExpressMapping.Rating(rating["averageStar"].Exists ? rating["averageStar"] : rating["evarageStar"]),
            RatingCount = rating["totalValidNum"].Count(),
            Sold = title["formatTradeCount"].Words() ?? title["tradeCount"].Words(),
            SeenAt = at,
        };
        // The status stays 0 on sold-out products: stock decides.
        var onSale = data["actionModule"]["itemStatus"].Words() is null or "0";
        return trouble.Or(AliExpressMapping.Complete(offer, variants, onSale));
    }
}
