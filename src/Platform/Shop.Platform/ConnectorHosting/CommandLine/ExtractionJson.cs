using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.CommandLine;

/// <summary>SDK records under the names of the extraction schema. Amounts are decimal text in major units; what is unknown is null.</summary>
internal static class ExtractionJson
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject document) => document.ToJsonString(Json);

    public static JsonObject Of(Offer offer) => new()
    {
        ["product_id"] = offer.ProductId,
        ["title"] = offer.Title,
        ["url"] = offer.Url,
        ["description"] = offer.Description,
        ["price"] = Value(offer.Price),
        ["list_price"] = Value(offer.ListPrice),
        ["currency"] = offer.Price?.Currency ?? offer.Variants.Select(variant => variant.Price?.Currency).FirstOrDefault(currency => currency is not null),
        ["images"] = Texts(offer.Images),
        ["specifications"] = new JsonArray([.. offer.Specifications.Select(pair => new JsonObject { ["name"] = pair.Key, ["value"] = pair.Value })]),
        ["supplier_info"] = new JsonObject { ["store_id"] = offer.StoreId, ["store_name"] = offer.StoreName },
        ["category"] = offer.Category,
        ["availability"] = offer.Available,
        ["stock"] = offer.Stock,
        ["rating"] = offer.Rating,
        ["rating_count"] = offer.RatingCount,
        ["sold"] = offer.Sold,
        ["weight_kg"] = offer.WeightKg,
        ["package_cm"] = new JsonArray([.. offer.PackageCm.Select(side => (JsonNode)side)]),
        ["shipping_info"] = new JsonArray([.. offer.Shipping.Select(Of)]),
        ["variants"] = new JsonArray([.. offer.Variants.Select(Of)]),
        ["seen_at"] = Time(offer.SeenAt),
    };

    public static JsonObject Of(ShippingOption option) => new()
    {
        ["code"] = option.Code,
        ["carrier"] = option.Carrier,
        ["fee"] = Value(option.Fee),
        ["currency"] = option.Fee.Currency,
        ["min_days"] = option.MinDays,
        ["max_days"] = option.MaxDays,
        ["ships_from"] = option.ShipsFrom,
        ["tracked"] = option.Tracked,
        ["doubt"] = option.Doubt,
    };

    public static JsonObject Of(SupplierOrder order) => new()
    {
        ["order_id"] = order.OrderId,
        ["state"] = Snake(order.State),
        ["supplier_state"] = order.SupplierState,
        ["total"] = Value(order.Total),
        ["currency"] = order.Total?.Currency,
        ["items"] = Texts(order.Items),
        ["tracking_numbers"] = Texts(order.TrackingNumbers),
        ["end_reason"] = order.EndReason,
    };

    public static JsonObject Of(Parcel parcel) => new()
    {
        ["tracking_number"] = parcel.TrackingNumber,
        ["carrier"] = parcel.Carrier,
        ["expected_at"] = parcel.ExpectedAt is { } expected ? Time(expected) : null,
        ["delivered"] = parcel.Delivered,
        ["items"] = Texts(parcel.Items),
        ["events"] = new JsonArray([.. parcel.Events.Select(happened =>
            new JsonObject { ["at"] = Time(happened.At), ["text"] = happened.Text, ["place"] = happened.Place })]),
    };

    public static JsonObject Of(Fault fault) => new()
    {
        ["fault"] = new JsonObject
        {
            ["kind"] = Snake(fault.Kind),
            ["message"] = fault.Message,
            ["field"] = fault.Field,
            ["code"] = fault.Code,
            ["detail"] = fault.Detail,
            ["retry_after_seconds"] = fault.RetryAfter?.TotalSeconds,
        },
    };

    public static string Snake(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static JsonObject Of(OfferVariant variant) => new()
    {
        ["id"] = variant.Id,
        ["order_key"] = variant.OrderKey,
        ["options"] = Options(variant.Options),
        ["price"] = Value(variant.Price),
        ["list_price"] = Value(variant.ListPrice),
        ["currency"] = variant.Price?.Currency,
        ["stock"] = variant.Stock,
        ["image"] = variant.Image,
    };

    private static JsonObject Options(IReadOnlyList<KeyValuePair<string, string>> options)
    {
        JsonObject named = [];
        foreach ((string name, string value) in options)
            named[name] = value;
        return named;
    }

    private static string? Value(Amount? amount) => amount?.Value.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
