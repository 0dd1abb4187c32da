using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress.Methods;

/// <summary><c>aliexpress.ds.freight.query</c>: names the SKU by its number; an option text there finds nothing.</summary>
internal sealed class FreightQuery(ProductCatalogue catalogue, Shelf shelf, TimeProvider time) : IApiMethod
{
    public string Name => "aliexpress.ds.freight.query";

    public JsonObject Answer(ApiCall call)
    {
        var query = Json.TryObject(call.Required("queryDeliveryReq"))
            ?? throw new ApiRefusalException("InvalidParameter", "queryDeliveryReq is not a JSON object");
        var product = catalogue.Find(query["productId"].Long());
        var sku = product?.FindSku(query["selectedSkuId"].Long());
        if (product is null || sku is null || shelf.Stock(product, sku) == 0) return Failure(501, "DELIVERY_INFO_EMPTY");
        var country = query["shipToCountry"].Text() ?? "";
        if (!Destinations.Serves(product, country)) return Failure(505, "DELIVERY_NOT_AVAILABLE_TO_YOUR_ADDRESS");
        var quantity = (int)Math.Clamp(query["quantity"].Long(), 1, 10_000);
        var options = Destinations.Options(product, quantity, country)
            .Select(option => Option(option, query, shelf.Stock(product, sku)));
        return new JsonObject
        {
            ["result"] = new JsonObject
            {
                ["msg"] = "Call succeeds",
                ["code"] = 200,
                ["success"] = true,
                ["delivery_options"] = Envelope.List("delivery_option_d_t_o", options),
            },
        };
    }

    private static JsonObject Failure(int code, string message) => new()
    {
        ["result"] = new JsonObject { ["msg"] = message, ["code"] = code, ["success"] = false },
    };

    private JsonObject Option(DeliveryOption option, JsonObject query, int stock)
    {
        var currency = query["currency"].Text() ?? "USD";
        var language = ApiCall.LanguageOf(query["language"].Text() ?? query["locale"].Text());
        var answer = new JsonObject { ["code"] = option.Code };
        if (option.FeeCny > 0)
        {
            var fee = shelf.In(option.FeeCny, currency);
            answer["shipping_fee_currency"] = currency;
            answer["shipping_fee_cent"] = Envelope.Money(fee);
            answer["shipping_fee_format"] = PriceText.Of(fee, currency, language);
        }

        answer["free_shipping"] = option.FeeCny == 0;
        if (option.MayBecomeFree) answer["free_shipping_threshold"] = PriceText.Of(shelf.In(75m, currency), currency, language);
        answer["min_delivery_days"] = option.MinDays;
        answer["max_delivery_days"] = option.MaxDays;
        answer["guaranteed_delivery_days"] = "60";
        answer["delivery_date_desc"] = $"{Day(option.MinDays)} - {Day(option.MaxDays)}";
        answer["company"] = option.Company;
        answer["ship_from_country"] = "CN";
        answer["tracking"] = option.Tracked;
        answer["available_stock"] = stock.ToString(CultureInfo.InvariantCulture);
        answer["mayHavePFS"] = option.MayBecomeFree;
        return answer;
    }

    private string Day(int days) => time.GetUtcNow().AddDays(days).ToString("MMM dd", CultureInfo.InvariantCulture);
}
