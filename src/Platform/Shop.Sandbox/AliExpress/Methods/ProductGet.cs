using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;

namespace Shop.Sandbox.AliExpress.Methods;

/// <summary><c>aliexpress.ds.product.get</c></summary>
internal sealed class ProductGet(ProductCatalogue catalogue, Shelf shelf) : IApiMethod
{
    public string Name => "aliexpress.ds.product.get";

    public JsonObject Answer(ApiCall call)
    {
        var country = call.Required("ship_to_country");
        var id = call.Required("product_id");
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || catalogue.Find(number) is not { } product)
            return Failure(605, "ITEM_ID_NOT_FOUND");
        if (!Destinations.Serves(product, country)) return Failure(604, "Item is not allowed to this country");
        var language = ApiCall.LanguageOf(call["target_language"]);
        return new JsonObject
        {
            ["result"] = Result(call, product, language, country),
            ["rsp_code"] = 200,
            ["rsp_msg"] = "Call succeeds",
        };
    }

    private static JsonObject Failure(int code, string message) => new() { ["rsp_code"] = code, ["rsp_msg"] = message };

    private JsonObject Result(ApiCall call, Product product, Language language, string country)
    {
        var currency = call["target_currency"] ?? "USD";
        return new JsonObject
        {
            ["ae_item_sku_info_dtos"] = Envelope.List("ae_item_sku_info_d_t_o", product.Skus.Select(sku => SkuInfo(call, product, sku, currency, language))),
            ["ae_multimedia_info_dto"] = new JsonObject { ["image_urls"] = string.Join(';', Pictures.Gallery(call.Origin, product)) },
            ["package_info_dto"] = Package(product),
            ["logistics_info_dto"] = new JsonObject { ["delivery_time"] = Destinations.Days(country).Min, ["ship_to_country"] = country },
            ["product_id_converter_result"] = new JsonObject
            {
                ["main_product_id"] = product.Id,
                ["sub_product_id"] = $$"""{"US":{{product.Id + 2251800000000000}}}""",
            },
            ["ae_item_base_info_dto"] = BaseInfo(call, product, language),
            ["has_whole_sale"] = false,
            ["ae_item_properties"] = Envelope.List("ae_item_property", product.Specs.Select(spec => Property(spec, language))),
            ["ae_store_info"] = StoreInfo(product.Store),
        };
    }

    private JsonObject SkuInfo(ApiCall call, Product product, Sku sku, string currency, Language language)
    {
        var sale = Envelope.Money(shelf.Sale(product, sku, currency));
        var info = new JsonObject
        {
            ["sku_attr"] = sku.Attr,
            ["offer_sale_price"] = sale,
            ["sku_id"] = sku.Id.ToString(CultureInfo.InvariantCulture),
            ["price_include_tax"] = false,
            ["currency_code"] = currency,
            ["sku_price"] = Envelope.Money(shelf.List(product, sku, currency)),
            ["offer_bulk_sale_price"] = sale,
            ["sku_available_stock"] = shelf.Stock(product, sku),
            ["id"] = sku.Attr,
        };
        // On some products the platform lists the properties in another order than sku_attr does.
        var options = product.Index % 3 == 0 ? sku.Options.Reverse() : sku.Options;
        info["ae_sku_property_dtos"] = Envelope.List("ae_sku_property_d_t_o", options.Select(option => OptionInfo(call, product, option, language)));
        return info;
    }

    private static JsonObject OptionInfo(ApiCall call, Product product, ChosenOption option, Language language)
    {
        var info = new JsonObject { ["sku_property_value"] = option.Choice.Name.In(language) };
        if (Pictures.Option(call.Origin, product, option) is { } picture) info["sku_image"] = picture;
        info["sku_property_name"] = option.Axis.Name.In(language);
        if (option.SellerLabel is { } label) info["property_value_definition_name"] = label;
        info["property_value_id"] = option.Choice.ValueId;
        info["sku_property_id"] = option.Axis.PropertyId;
        return info;
    }

    private static JsonObject Package(Product product) => new()
    {
        ["package_width"] = product.Family.SizeCm[1],
        ["package_height"] = product.Family.SizeCm[2],
        ["package_length"] = product.Family.SizeCm[0],
        ["gross_weight"] = product.Family.WeightKg.ToString("0.000", CultureInfo.InvariantCulture),
        ["package_type"] = false,
        ["product_unit"] = 100000015,
    };

    private static JsonObject BaseInfo(ApiCall call, Product product, Language language) => new()
    {
        ["mobile_detail"] = """{"version":"2.0.0","moduleList":[]}""",
        ["subject"] = product.Title.In(language),
        ["evaluation_count"] = product.Fame.Reviews.ToString(CultureInfo.InvariantCulture),
        ["sales_count"] = PriceText.Sold(product.Fame.Sold, comma: false),
        ["product_status_type"] = "onSelling",
        ["avg_evaluation_rating"] = product.Fame.Rating.ToString("0.0", CultureInfo.InvariantCulture),
        ["separated_listing"] = false,
        ["currency_code"] = "CNY",
        ["sl_product"] = false,
        ["category_id"] = product.Family.CategoryId,
        ["product_id"] = product.Id,
        ["detail"] = DescriptionWriter.Html(product, language, view => Pictures.Product(call.Origin, product, view)),
    };

    private static JsonObject Property(ProductSpec spec, Language language)
    {
        var property = new JsonObject { ["attr_name_id"] = spec.NameId };
        if (spec.NameId > 0) property["attr_value_id"] = -1;
        property["attr_name"] = spec.Name.In(language);
        property["attr_value"] = spec.Value.In(language);
        return property;
    }

    private static JsonObject StoreInfo(Store store) => new()
    {
        ["store_id"] = store.Id,
        ["shipping_speed_rating"] = store.Shipping.ToString("0.0", CultureInfo.InvariantCulture),
        ["communication_rating"] = store.Communication.ToString("0.0", CultureInfo.InvariantCulture),
        ["store_name"] = store.Name,
        ["store_country_code"] = "CN",
        ["item_as_described_rating"] = store.Described.ToString("0.0", CultureInfo.InvariantCulture),
    };
}
