using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress.Methods;

/// <summary><c>aliexpress.ds.order.create</c>: names the SKU by <c>sku_attr</c> and splits the request into one order per store.</summary>
internal sealed class OrderCreate(
    ProductCatalogue catalogue, OrderBook orders, OrderPricing pricing, FaultBoard faults, IOptions<SandboxOptions> options) : IApiMethod
{
    public string Name => "aliexpress.ds.order.create";

    public JsonObject Answer(ApiCall call)
    {
        var request = Json.TryObject(call.Required("param_place_order_request4_open_api_d_t_o"))
            ?? throw new ApiRefusalException("InvalidParameter", "param_place_order_request4_open_api_d_t_o is not a JSON object");
        var extend = Json.TryObject(call["ds_extend_request"]);
        return new JsonObject { ["result"] = orders.Exclusively(() => Place(request, extend)) };
    }

    private JsonObject Place(JsonObject request, JsonObject? extend)
    {
        var reference = request["out_order_id"].Text() ?? "";
        if (Repeated(reference) is { Count: > 0 } earlier) return RepeatedAnswer(earlier);
        if (AddressCheck.Problem(request["logistics_address"] as JsonObject) is { } problem) return Failure("B_DROPSHIPPER_DELIVERY_ADDRESS_VALIDATE_FAIL", problem);
        if (faults.Take(Gateway.Party, Name, FaultKinds.RefuseAddress) is not null)
            return Failure("B_DROPSHIPPER_DELIVERY_ADDRESS_VALIDATE_FAIL", "Buyer's address validation failed.");
        var country = request["logistics_address"]!["country"].Text()!;
        var wanted = new List<WantedLine>();
        foreach (var item in request["product_items"] as JsonArray ?? [])
        {
            var (line, failure) = Read(item as JsonObject, country);
            if (failure is not null) return failure;
            wanted.Add(line!);
        }

        if (wanted.Count == 0) return Failure("ERROR_WHEN_BUILD_FOR_PLACE_ORDER", "No product items.");
        var placed = pricing.Orders(wanted, reference, (JsonObject)request["logistics_address"]!, extend);
        foreach (var order in placed) orders.Place(order);
        return new JsonObject { ["is_success"] = true, ["order_list"] = Ids(placed) };
    }

    private IReadOnlyList<SupplierOrder> Repeated(string reference)
    {
        if (reference.Length == 0 || options.Value.AliExpress.AcceptDuplicates) return [];
        var earlier = orders.OfReference(reference);
        return earlier.Count > 0 && faults.Take(Gateway.Party, Name, FaultKinds.Duplicate) is null ? earlier : [];
    }

    private JsonObject RepeatedAnswer(IReadOnlyList<SupplierOrder> earlier)
    {
        var answer = Failure("REPEATED_ORDER_ERROR", "Order creation request was already handled successfully.");
        if (options.Value.AliExpress.RepeatedListsOrders) answer["order_list"] = Ids(earlier);
        return answer;
    }

    private (WantedLine? Line, JsonObject? Failure) Read(JsonObject? item, string country)
    {
        var product = catalogue.Find(item?["product_id"].Long() ?? 0);
        if (product is null) return (null, Failure("ERROR_WHEN_BUILD_FOR_PLACE_ORDER", "The product does not exist."));
        var attr = item!["sku_attr"].Text() ?? "";
        var sku = attr.Length == 0 && product.Skus.Count == 1 ? product.Skus[0] : product.FindSku(attr);
        if (sku is null) return (null, Failure("ERROR_WHEN_BUILD_FOR_PLACE_ORDER", "The SKU does not exist."));
        var count = (int)Math.Clamp(item["product_count"].Long(), 0, 100_000);
        if (count == 0) return (null, Failure("ERROR_WHEN_BUILD_FOR_PLACE_ORDER", "The product count is invalid."));
        if (pricing.Stock(product, sku) < count) return (null, Failure("INVENTORY_HOLD_ERROR", "Product inventory is insufficient."));
        if (!Destinations.Serves(product, country)) return (null, Failure("A005_INVALID_COUNTRIES", "Invalid country."));
        var service = item["logistics_service_name"].Text();
        var offered = Destinations.Options(product, count, country);
        var delivery = string.IsNullOrEmpty(service) ? offered[0] : offered.FirstOrDefault(option => option.Code == service);
        return delivery is null
            ? (null, Failure("DELIVERY_METHOD_NOT_EXIST", "Delivery method is not valid."))
            : (new WantedLine(product, sku, count, delivery, item["order_memo"].Text()), null);
    }

    private static JsonObject Failure(string code, string message) =>
        new() { ["is_success"] = false, ["error_code"] = code, ["error_msg"] = message };

    private static JsonObject Ids(IEnumerable<SupplierOrder> placed) =>
        Envelope.List("number", placed.Select(order => (JsonNode?)JsonValue.Create(order.Id)));
}
