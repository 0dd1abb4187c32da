using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>The parameters of every call, from the SDK's requests. Pure.</summary>
internal static class AliExpressRequests
{
    public const int SearchPageSize = 50;

    private static readonly Dictionary<string, string> Provinces = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AB"] = "Alberta",
        ["BC"] = "British Columbia",
        ["MB"] = "Manitoba",
        ["NB"] = "New Brunswick",
        ["NL"] = "Newfoundland and Labrador",
        ["NS"] = "Nova Scotia",
        ["NT"] = "Northwest Territories",
        ["NU"] = "Nunavut",
        ["ON"] = "Ontario",
        ["PE"] = "Prince Edward Island",
        ["QC"] = "Quebec",
        ["SK"] = "Saskatchewan",
        ["YT"] = "Yukon",
    };

    public static Dictionary<string, string> Search(string words, int pageNumber, Market market) => new()
    {
        ["keyWord"] = words,
        ["local"] = Locale(market),
        ["countryCode"] = market.Country,
        ["currency"] = market.Currency,
        ["pageIndex"] = Number(pageNumber),
        ["pageSize"] = Number(SearchPageSize),
    };

    public static Dictionary<string, string> Product(string productId, Market market) => new()
    {
        ["product_id"] = productId,
        ["ship_to_country"] = market.Country,
        ["target_currency"] = market.Currency,
        ["target_language"] = Language(market).ToUpperInvariant(),
        // Prices meant for one crowd of shoppers would not be the account's.
        ["remove_personal_benefit"] = "true",
    };

    /// <summary>Freight names the SKU by its number; its option text is answered with 501.</summary>
    public static Dictionary<string, string> Freight(OrderRequest.Line line, string? province, Market market)
    {
        var query = new JsonObject
        {
            ["productId"] = line.ProductId,
            ["selectedSkuId"] = line.VariantId,
            ["quantity"] = Number(line.Quantity),
            ["shipToCountry"] = market.Country,
            ["language"] = Locale(market),
            ["locale"] = Locale(market),
            ["currency"] = market.Currency,
        };
        if (!string.IsNullOrWhiteSpace(province)) query["provinceCode"] = province;
        return new() { ["queryDeliveryReq"] = query.ToJsonString() };
    }

    /// <summary>An order names the SKU by its option text (<c>sku_attr</c>), and the reference is the caller's own order number.</summary>
    public static Dictionary<string, string> Order(OrderRequest request)
    {
        var payment = new JsonObject { ["try_to_pay"] = request.Pay ? "true" : "false" };
        if (request.PayCurrency is not null) payment["pay_currency"] = request.PayCurrency;
        var order = new JsonObject
        {
            ["out_order_id"] = request.Reference,
            ["logistics_address"] = Address(request.ShipTo),
            ["product_items"] = new JsonArray([.. request.Lines.Select(Item)]),
        };
        var extend = new JsonObject { ["payment"] = payment, ["trade_extra_param"] = new JsonObject { ["business_model"] = "retail" } };
        return new() { ["param_place_order_request4_open_api_d_t_o"] = order.ToJsonString(), ["ds_extend_request"] = extend.ToJsonString() };
    }

    public static Dictionary<string, string> OrderState(string orderId) => new()
    {
        ["single_order_query"] = new JsonObject { ["order_id"] = long.Parse(orderId, NumberStyles.None, CultureInfo.InvariantCulture) }.ToJsonString(),
    };

    public static Dictionary<string, string> Tracking(string orderId, Market market) => new() { ["ae_order_id"] = orderId, ["language"] = Locale(market) };

    public static Dictionary<string, string> PaidOrders(string state, DateTimeOffset from, DateTimeOffset to) => new()
    {
        ["status"] = state,
        ["start_time"] = RecentOrders.Time(from),
        ["end_time"] = RecentOrders.Time(to),
        ["page_no"] = "1",
        ["page_size"] = Number(RecentOrders.PageSize),
    };

    /// <summary>An id the API takes: at most 18 digits, so that it fits a 64-bit number.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= 18 } && id.All(char.IsAsciiDigit);

    public static string SearchPath(string words) =>
        $"/w/wholesale-{string.Join('-', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString))}.html";

    private static JsonNode Item(OrderRequest.Line line)
    {
        var item = new JsonObject
        {
            ["product_id"] = long.Parse(line.ProductId, NumberStyles.None, CultureInfo.InvariantCulture),
            ["product_count"] = line.Quantity,
        };
        if (line.OrderKey is not null) item["sku_attr"] = line.OrderKey;
        if (line.ShippingCode is not null) item["logistics_service_name"] = line.ShippingCode;
        return item;
    }

    private static JsonObject Address(PostalAddress to)
    {
        var digits = new string([.. to.Phone.Where(char.IsAsciiDigit)]);
        var isNorthAmerican = to.Country is "CA" or "US";
        var address = new JsonObject
        {
            ["full_name"] = to.Name,
            ["contact_person"] = to.Name,
            ["address"] = to.Line1,
            ["city"] = to.City,
            ["province"] = to.Country == "CA" ? Provinces.GetValueOrDefault(to.Province, to.Province) : to.Province,
            ["country"] = to.Country,
            ["zip"] = to.PostalCode,
            ["mobile_no"] = isNorthAmerican && digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits,
            ["locale"] = "en_US",
        };
        if (isNorthAmerican) address["phone_country"] = "+1";
        if (to.Line2 is not null) address["address2"] = to.Line2;
        return address;
    }

    private static string Language(Market market) => market.Language.Split('-', '_')[0];

    private static string Locale(Market market) => Language(market).ToUpperInvariant() switch
    {
        "FR" => "fr_FR",
        "ES" => "es_ES",
        "PT" => "pt_BR",
        "DE" => "de_DE",
        "IT" => "it_IT",
        _ => "en_US",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
