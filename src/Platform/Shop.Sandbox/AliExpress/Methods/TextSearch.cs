using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress.Methods;

/// <summary><c>aliexpress.ds.text.search</c></summary>
internal sealed class TextSearch(ProductCatalogue catalogue, Shelf shelf) : IApiMethod
{
    public string Name => "aliexpress.ds.text.search";

    public JsonObject Answer(ApiCall call)
    {
        var language = ApiCall.LanguageOf(call.Required("local"));
        var country = call.Required("countryCode");
        var currency = call.Required("currency");
        var page = Math.Max(1, call.Number("pageIndex", 1));
        var size = Math.Clamp(call.Number("pageSize", 20), 1, 50);
        var found = Sort(Filter(catalogue.Search(call["keyWord"]), call["categoryId"]), call["sortBy"]).ToList();
        var items = found.Skip((page - 1) * size).Take(size).Select(product => Item(call, product, new Buyer(language, country, currency)));
        return new JsonObject
        {
            ["code"] = "00",
            ["data"] = new JsonObject
            {
                ["pageIndex"] = page,
                ["pageSize"] = size,
                ["totalCount"] = found.Count,
                ["products"] = Envelope.List("selection_search_product", items),
            },
        };
    }

    private static IEnumerable<Product> Filter(IEnumerable<Product> products, string? category) =>
        long.TryParse(category, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? products.Where(product => product.Family.CategoryId == id || product.Family.Group.RootCategoryId == id)
            : products;

    private static IEnumerable<Product> Sort(IEnumerable<Product> products, string? order) => order switch
    {
        "min_price,asc" => products.OrderBy(product => product.LowestSaleCny),
        "min_price,desc" => products.OrderByDescending(product => product.LowestSaleCny),
        "orders,asc" => products.OrderBy(product => product.Fame.Sold),
        "orders,desc" => products.OrderByDescending(product => product.Fame.Sold),
        "comments,asc" => products.OrderBy(product => product.Fame.Reviews),
        "comments,desc" => products.OrderByDescending(product => product.Fame.Reviews),
        _ => products,
    };

    private JsonObject Item(ApiCall call, Product product, Buyer buyer)
    {
        var cheapest = product.Skus.MinBy(sku => sku.SaleCny)!;
        var saleCny = shelf.SaleCny(product, cheapest);
        var listCny = shelf.ListCny(product, cheapest);
        var sale = shelf.In(saleCny, buyer.Currency);
        var id = product.Id.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["originalPrice"] = Envelope.Money(listCny),
            ["originalPriceCurrency"] = "CNY",
            ["salePrice"] = Envelope.Money(saleCny),
            ["discount"] = "0%",
            ["itemMainPic"] = Pictures.Product(call.Origin, product, 0),
            ["title"] = product.Title.In(buyer.Language),
            ["type"] = "search",
            ["score"] = product.Fame.Rating.ToString("0.0", CultureInfo.InvariantCulture),
            ["itemId"] = id,
            ["targetSalePrice"] = Envelope.Money(sale),
            ["cateId"] = $"{product.Family.Group.RootCategoryId},{product.Family.CategoryId}",
            ["targetOriginalPriceCurrency"] = buyer.Currency,
            ["originMinPrice"] = MinPrice(sale, buyer).ToJsonString(Json.Compact),
            ["evaluateRate"] = (product.Fame.Rating * 20 - 0.5m).ToString("0.0", CultureInfo.InvariantCulture),
            ["salePriceFormat"] = PriceText.Of(sale, buyer.Currency, buyer.Language),
            ["orders"] = PriceText.Sold(product.Fame.Sold, comma: true),
            ["targetOriginalPrice"] = Envelope.Money(shelf.In(listCny, buyer.Currency)),
            ["itemUrl"] = $"//{call.Host}/aliexpress-www/item/{id}.html?skuId={cheapest.Id}",
            ["salePriceCurrency"] = "CNY",
        };
    }

    private static JsonObject MinPrice(decimal sale, Buyer buyer) => new()
    {
        ["thousandsChar"] = buyer.Language == Language.French ? " " : ",",
        ["shipToCountry"] = buyer.Country,
        ["decimalPointChar"] = buyer.Language == Language.French ? "," : ".",
        ["cent"] = (long)(sale * 100),
        ["showDecimal"] = true,
        ["currencyCode"] = buyer.Currency,
        ["version"] = "V1",
        ["formatPrice"] = PriceText.Of(sale, buyer.Currency, buyer.Language),
        ["integerStr"] = ((long)sale).ToString(CultureInfo.InvariantCulture),
    };

    private sealed record Buyer(Language Language, string Country, string Currency);
}
