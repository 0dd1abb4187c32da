using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress.Methods;

/// <summary><c>aliexpress.logistics.buyer.freight.calculate</c>, the older method that still answers; here <c>cent</c> is a minor unit.</summary>
internal sealed class LegacyFreight(ProductCatalogue catalogue, Shelf shelf) : IApiMethod
{
    public string Name => "aliexpress.logistics.buyer.freight.calculate";

    public JsonObject Answer(ApiCall call)
    {
        var query = Json.TryObject(call.Required("param_aeop_freight_calculate_for_buyer_d_t_o"))
            ?? throw new ApiRefusalException("InvalidParameter", "param_aeop_freight_calculate_for_buyer_d_t_o is not a JSON object");
        var country = query["country_code"].Text() ?? "";
        if (catalogue.Find(query["product_id"].Long()) is not { } product || !Destinations.Serves(product, country))
            return new JsonObject { ["result"] = new JsonObject { ["success"] = false, ["error_desc"] = "No delivery option available" } };
        var quantity = (int)Math.Clamp(query["product_num"].Long(), 1, 10_000);
        var options = Destinations.Options(product, quantity, country).Select(Option);
        return new JsonObject
        {
            ["result"] = new JsonObject
            {
                ["success"] = true,
                ["aeop_freight_calculate_result_for_buyer_d_t_o_list"] = Envelope.List("aeop_freight_calculate_result_for_buyer_dto", options),
            },
        };
    }

    private JsonObject Option(DeliveryOption option)
    {
        var fee = shelf.In(option.FeeCny, "USD");
        return new JsonObject
        {
            ["service_name"] = option.Code,
            ["estimated_delivery_time"] = option.MaxDays.ToString(CultureInfo.InvariantCulture),
            ["freight"] = new JsonObject { ["amount"] = fee, ["cent"] = (long)(fee * 100), ["currency_code"] = "USD" },
            ["error_code"] = 0,
            ["tracking_available"] = option.Tracked ? "true" : "false",
        };
    }
}
