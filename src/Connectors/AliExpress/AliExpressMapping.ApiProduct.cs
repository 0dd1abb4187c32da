using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Answers of <c>aliexpress.ds.product.get</c>. The maker's phone and e-mail (<c>manufacturer_info</c>) stay where they are.</summary>
internal static class ApiProductMapping
{
    public static Answer<Offer> Offer(Node body, Trouble trouble, DateTimeOffset at)
    {
        if (Failed(body) is { } fault) return fault;
        var result = body.Need("result");
        var about = result.Need("ae_item_base_info_dto");
        var id = about.Need("product_id").NeedId();
        var onSale = about["product_status_type"].Words() is null or "onSelling";
        var list = result["ae_item_sku_info_dtos"];
        var variants = list.Items().Select(Variant).ToList();
        if (variants.Count == 0 && onSale) list.Bad("a product on sale without variants");
        var package = result["package_info_dto"];
        var offer = new Offer(id, about.Need("subject").NeedWords())
        {
            Url = AliExpressMapping.Url(id),
            Description = about["detail"].Words(),
            Images = AliExpressMapping.Images((result["ae_multimedia_info_dto"]["image_urls"].Words() ?? "").Split(';')),
            Specifications = AliExpressMapping.Specifications(result["ae_item_properties"], "attr_name", "attr_value"),
            StoreId = result["ae_store_info"]["store_id"].Id(),
            StoreName = result["ae_store_info"]["store_name"].Words(),
            Category = about["category_id"].Words(),
            Rating = AliExpressMapping.Rating(about["avg_evaluation_rating"]),
            RatingCount = about["evaluation_count"].Count(),
            Sold = about["sales_count"].Words(),
            WeightKg = AliExpressMapping.Weight(package["gross_weight"]),
            PackageCm = AliExpressMapping.Package(package["package_length"], package["package_width"], package["package_height"]),
            DeliveryDays = result["logistics_info_dto"]["delivery_time"].Count(),
            SeenAt = at,
        };
        return trouble.Or(AliExpressMapping.Complete(offer, variants, onSale));
    }

    /// <summary>Second layer: the answer's own code.</summary>
    private static Fault? Failed(Node body)
    {
        var code = body["rsp_code"].Words();
        if (code is null or "200") return null;
        var message = body["rsp_msg"].Words();
        return code switch
        {
            "605" => AliExpressFaults.Of("ITEM_ID_NOT_FOUND", message) with { Code = code },
            "401" => new Fault(FaultKind.Unauthorised, "This AliExpress account is not registered for dropshipping. Register it in the AliExpress dropshipping centre.")
            {
                Code = code,
                Detail = message,
            },
            _ => AliExpressFaults.Of(code, message),
        };
    }

    private static OfferVariant Variant(Node sku)
    {
        // The product's own currency_code is the seller's (often CNY); only the variant's counts.
        var price = Money.Price(sku["offer_sale_price"], sku["currency_code"]);
        var list = sku["sku_price"].Exists ? Money.Of(sku["sku_price"], sku["currency_code"]) : null;
        var key = Key(sku["sku_attr"]) ?? Key(sku["id"]);
        var properties = InOrder(sku["ae_sku_property_dtos"].Items(), key);
        return new OfferVariant(sku.Need("sku_id").NeedId())
        {
            OrderKey = key,
            Options = [.. properties.Select(Option)],
            Price = price,
            ListPrice = list.Above(price),
            Stock = sku["sku_available_stock"].Count(),
            Image = properties.Select(property => AliExpressMapping.Https(property["sku_image"].Words())).FirstOrDefault(image => image is not null),
        };
    }

    /// <summary>A product without options has an empty key or the word <c>&lt;none&gt;</c>.</summary>
    private static string? Key(Node node) => node.Words() is { } key and not "<none>" ? key : null;

    private static KeyValuePair<string, string> Option(Node property) => KeyValuePair.Create(
        property.Need("sku_property_name").NeedWords(),
        property["property_value_definition_name"].Words() ?? property.Need("sku_property_value").NeedWords());

    /// <summary>Options in the order of the variant's key: the property list need not follow it.</summary>
    private static IReadOnlyList<Node> InOrder(IReadOnlyList<Node> properties, string? key)
    {
        if (key is null) return properties;
        var order = key.Split(';').Select(part => part.Split(':')[0]).ToList();
        return [.. properties.OrderBy(property => order.IndexOf(property["sku_property_id"].Words() ?? "") is var at and >= 0 ? at : int.MaxValue)];
    }
}
