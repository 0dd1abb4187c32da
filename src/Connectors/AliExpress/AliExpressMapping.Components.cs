using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Product pages of 2023 and 2024: <c>window.runParams.data</c> with components.</summary>
internal static class ComponentsMapping
{
    public static Answer<Offer> Offer(Node data, Trouble trouble, Market market, DateTimeOffset at)
    {
        var about = data.Need("productInfoComponent");
        var id = about["idStr"].Id() ?? about.Need("id").NeedId();
        var list = data.Need("priceComponent").Need("skuPriceList");
        var options = new PageMapping.Options(data["skuComponent"]["productSKUPropertyList"]);
        var variants = list.Items().Select(sku => PageMapping.Variant(sku, options)).ToList();
        if (variants.Count == 0) list.Bad("no variants");
        var package = data["packageComponent"];
        var offer = new Offer(id, about.Need("subject").NeedWords())
        {
            Url = AliExpressMapping.Url(id),
            Images = AliExpressMapping.Images(data["imageComponent"]["imagePathList"].Items().Select(image => image.Words())),
            Specifications = AliExpressMapping.Specifications(data["productPropComponent"]["props"], "attrName", "attrValue"),
            StoreId = data["sellerComponent"]["storeNum"].Id(),
            StoreName = data["sellerComponent"]["storeName"].Words(),
            Category = about["categoryId"].Words(),
            // "evarageStar" is the site's own spelling.
            Rating = AliExpressMapping.Rating(data["feedbackComponent"]["evarageStar"]),
            RatingCount = data["feedbackComponent"]["totalValidNum"].Count(),
            Sold = data["tradeComponent"]["formatTradeCount"].Words(),
            WeightKg = AliExpressMapping.Weight(package["weight"]),
            PackageCm = AliExpressMapping.Package(package["length"], package["width"], package["height"]),
            Shipping = PageMapping.Shipping(data["webGeneralFreightCalculateComponent"]["originalLayoutResultList"], market),
            SeenAt = at,
        };
        // The status stays 0 on sold-out products: stock decides.
        var onSale = data["itemStatusComponent"]["status"].Words() is null or "0";
        return trouble.Or(AliExpressMapping.Complete(offer, variants, onSale));
    }
}
