using System.Globalization;
using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>
/// What pages since about 2025 fetch for themselves (<c>data.result</c>). Known from public code only, so whatever is not needed may be
/// absent, and whatever is needed and absent is a fault.
/// </summary>
internal static class ResultPageMapping
{
    public static Answer<Offer> Offer(Node result, Trouble trouble, Market market, DateTimeOffset at)
    {
        var global = result["GLOBAL_DATA"]["globalData"];
        var id = global.Need("productId").NeedId();
        var title = result["PRODUCT_TITLE"]["text"].Words() ?? global.Need("subject").NeedWords();
        var isGone = global["bigBossBan"].Flag() == true;
        var paths = result["SKU"]["skuPaths"];
        var variants = isGone && !paths.Exists ? [] : Variants(result, paths, global["currencyCode"]);
        if (variants.Count == 0 && !isGone) paths.Bad("no variants");
        var shop = result["SHOP_CARD_PC"];
        var offer = new Offer(id, title)
        {
            Url = AliExpressMapping.Url(id),
            Images = AliExpressMapping.Images(result["HEADER_IMAGE_PC"]["imagePathList"].Items().Select(image => image.Words())),
            Specifications = AliExpressMapping.Specifications(result["PRODUCT_PROP_PC"]["showedProps"], "attrName", "attrValue"),
            StoreId = global["storeId"].Id(),
            StoreName = shop["storeName"].Words() ?? shop["sellerInfo"]["storeName"].Words(),
            Category = global["categoryId"].Words(),
            Rating = AliExpressMapping.Rating(result["PC_RATING"]["rating"]),
            RatingCount = result["PC_RATING"]["totalValidNum"].Count(),
            Shipping = PageMapping.Shipping(result["SHIPPING"]["deliveryLayoutInfo"], market),
            SeenAt = at,
        };
        var complete = AliExpressMapping.Complete(offer, variants, !isGone);
        return trouble.Or(isGone ? complete with { Stock = 0 } : complete);
    }

    private static List<OfferVariant> Variants(Node result, Node paths, Node currency)
    {
        var options = new PageMapping.Options(result["SKU"]["skuProperties"]);
        var byText = result["PRICE"]["skuIdStrPriceInfoMap"];
        var prices = byText.Exists ? byText : result["PRICE"].Need("skuPriceInfoMap");
        return [.. paths.Items().Select(sku => Variant(sku, options, prices, currency))];
    }

    private static OfferVariant Variant(Node sku, PageMapping.Options options, Node prices, Node currency)
    {
        var id = sku["skuIdStr"].Id() ?? sku.Need("skuId").NeedId();
        var info = prices.Need(id);
        var full = Money.PagePrice(info.Need("originalPrice"));
        var price = Sale(info, full, currency) ?? new Amount(0, "");
        // The path is "14:173;5:361386", sometimes with commas.
        var pairs = (sku["path"].Words() ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (chosen, image) = options.Of(pairs.Select(pair => pair.Split(':', '#') is [_, var value, ..] ? value : pair), sku["path"]);
        return new OfferVariant(id)
        {
            OrderKey = sku["skuAttr"].Words() ?? (pairs.Length == 0 ? null : string.Join(';', pairs)),
            Options = chosen,
            Price = price,
            ListPrice = full.Above(price),
            Stock = sku["salable"].Flag() == false ? 0 : sku["skuStock"].Count(),
            Image = image,
        };
    }

    /// <summary>
    /// The effective price: <c>salePriceLocal</c> is <c>"$27.48|27|48"</c>, whose last two parts are digits. Without any sale price the
    /// original one is paid; a sale price in formatted text alone cannot be read.
    /// </summary>
    private static Amount? Sale(Node info, Amount? full, Node currency)
    {
        var local = info["salePriceLocal"];
        if (!local.Exists)
        {
            if (info["salePriceString"].Words() is not null) local.Bad("missing beside salePriceString");
            return full;
        }

        var code = Money.Currency(currency);
        if (full is not null && full.Currency != code) currency.Bad($"{code} for the page, {full.Currency} for the price");
        var parts = (local.Words() ?? "").Split('|');
        var whole = parts.Length == 3 ? new string([.. parts[1].Where(char.IsAsciiDigit)]) : "";
        var isRead = parts.Length == 3 && parts[2].Length is 0 or 2;
        var digits = isRead && parts[2].Length == 2 ? $"{whole}.{parts[2]}" : whole;
        if (isRead && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0) return new Amount(value, code);
        local.Bad("expected text|whole|cents");
        return null;
    }
}
