using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>The components of a product page for one viewer.</summary>
internal sealed class ProductPageData(Product product, Shelf shelf, PageViewer viewer, string origin)
{
    public JsonObject Build() => new()
    {
        ["productInfoComponent"] = Info(),
        ["priceComponent"] = new PagePrices(product, shelf, viewer).Build(),
        ["skuComponent"] = new JsonObject { ["hasSkuProperty"] = product.Skus[0].Options.Count > 0, ["productSKUPropertyList"] = Axes() },
        ["inventoryComponent"] = new JsonObject { ["totalQuantity"] = TotalStock(), ["totalAvailQuantity"] = TotalStock() },
        ["imageComponent"] = new JsonObject { ["imagePathList"] = Json.Array(Pictures.Gallery(origin, product).Select(url => (JsonNode?)url)) },
        ["productPropComponent"] = new JsonObject { ["props"] = Json.Array(product.Specs.Select(Spec)) },
        ["sellerComponent"] = new JsonObject
        {
            ["storeName"] = product.Store.Name,
            ["storeNum"] = product.Store.Id,
            ["openedYear"] = product.Store.OpenedYear,
            ["storeURL"] = $"//www.aliexpress.com/store/{product.Store.Id}",
            ["countryCompleteName"] = "China",
        },
        ["storeFeedbackComponent"] = new JsonObject { ["sellerPositiveRate"] = (product.Store.Described * 20).ToString("0.0", CultureInfo.InvariantCulture) },
        ["currencyComponent"] = Currency(),
        ["webGeneralFreightCalculateComponent"] = new JsonObject { ["originalLayoutResultList"] = Freight() },
        ["packageComponent"] = Package(),
        ["feedbackComponent"] = new JsonObject
        {
            ["evarageStar"] = product.Fame.Rating.ToString("0.0", CultureInfo.InvariantCulture),
            ["totalValidNum"] = product.Fame.Reviews,
        },
        ["tradeComponent"] = new JsonObject { ["formatTradeCount"] = PriceText.Sold(product.Fame.Sold, comma: true), ["tradeCountUnit"] = "sold" },
        ["productDescComponent"] = new JsonObject { ["descriptionUrl"] = $"{origin}/aliexpress-www/desc/{product.Id}.htm" },
        ["categoryComponent"] = new JsonObject { ["topCategoryId"] = product.Family.Group.RootCategoryId, ["secondLevelCategoryId"] = product.Family.CategoryId },
        ["itemStatusComponent"] = new JsonObject { ["status"] = 0 },
        ["userComponent"] = new JsonObject { ["userCountryCode"] = viewer.Country },
    };

    private int TotalStock() => product.Skus.Sum(sku => shelf.Stock(product, sku));

    private JsonObject Info() => new()
    {
        ["idStr"] = product.Id.ToString(CultureInfo.InvariantCulture),
        ["id"] = product.Id,
        ["subject"] = product.Title.In(viewer.Language),
        ["categoryId"] = product.Family.CategoryId,
        ["categoryPaths"] = $"{product.Family.Group.RootCategoryId}/{product.Family.CategoryId}",
        ["lot"] = false,
        ["numberPerLot"] = 1,
    };

    private JsonArray Axes()
    {
        var axes = product.Skus.SelectMany(sku => sku.Options).GroupBy(option => option.Axis.PropertyId);
        return Json.Array(axes.Select(axis => new JsonObject
        {
            ["skuPropertyId"] = axis.Key,
            ["skuPropertyName"] = axis.First().Axis.Name.In(viewer.Language),
            ["skuPropertyValues"] = Json.Array(axis.DistinctBy(option => option.Choice.ValueId).Select(Value)),
        }));
    }

    private JsonNode? Value(ChosenOption option)
    {
        var name = option.Choice.Name.In(viewer.Language);
        var value = new JsonObject
        {
            ["propertyValueId"] = option.Choice.ValueId,
            ["propertyValueIdLong"] = option.Choice.ValueId,
            ["propertyValueName"] = name,
            ["propertyValueDisplayName"] = option.SellerLabel ?? name,
        };
        if (option.SellerLabel is { } label) value["propertyValueDefinitionName"] = label;
        if (Pictures.Option(origin, product, option) is { } picture) value["skuPropertyImagePath"] = picture;
        if (option.Choice.Hex is { } hex) value["skuColorValue"] = hex;
        return value;
    }

    private JsonNode? Spec(ProductSpec spec) =>
        new JsonObject { ["attrName"] = spec.Name.In(viewer.Language), ["attrValue"] = spec.Value.In(viewer.Language) };

    private JsonObject Currency() => new()
    {
        ["baseCurrencyCode"] = "CNY",
        ["currencyCode"] = viewer.Currency,
        ["currencyRate"] = shelf.In(10_000m, viewer.Currency) / 10_000m,
        ["multiCurrency"] = true,
    };

    private JsonObject Package() => new()
    {
        ["length"] = product.Family.SizeCm[0],
        ["width"] = product.Family.SizeCm[1],
        ["height"] = product.Family.SizeCm[2],
        ["weight"] = product.Family.WeightKg,
        ["unitType"] = "piece",
        ["packageType"] = "sell_by_piece",
    };

    private JsonArray Freight()
    {
        if (!Destinations.Serves(product, viewer.Country)) return [new JsonObject { ["bizData"] = new JsonObject { ["unreachable"] = true, ["shipToCode"] = viewer.Country } }];
        return Json.Array(Destinations.Options(product, 1, viewer.Country).Select(option => new JsonObject { ["bizData"] = FreightData(option) }));
    }

    private JsonObject FreightData(DeliveryOption option)
    {
        var data = new JsonObject
        {
            ["deliveryOptionCode"] = option.Code,
            ["company"] = option.Company,
            ["shipFromCode"] = "CN",
            ["shipToCode"] = viewer.Country,
            ["deliveryDayMin"] = option.MinDays,
            ["deliveryDayMax"] = option.MaxDays,
            ["currency"] = "CNY",
            ["shippingFee"] = option.FeeCny == 0 ? "free" : "charge",
            ["unreachable"] = false,
        };
        if (option.FeeCny > 0)
        {
            data["displayAmount"] = shelf.In(option.FeeCny, viewer.Currency);
            data["displayCurrency"] = viewer.Currency;
        }

        return data;
    }
}
