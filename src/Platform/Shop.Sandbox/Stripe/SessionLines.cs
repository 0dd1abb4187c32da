using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>The lines of a checkout session, kept apart from it as in Stripe's API.</summary>
internal static class SessionLines
{
    public static JsonArray Read(StripeStore store, JsonObject form)
    {
        var lines = new JsonArray();
        foreach (var (given, number) in form.Parts("line_items").Select((line, number) => (line, number))) lines.Add(Line(store, given, number));
        if (lines.Count == 0) throw StripeErrorException.Invalid("You must provide at least one line item.", "line_items", "parameter_missing");
        return lines;
    }

    public static JsonObject List(StripeStore store, string session) => StripeList.Page(
        $"/v1/checkout/sessions/{session}/line_items", (store.Get(session, "checkout.session")["sandbox_lines"] as JsonArray ?? []).OfType<JsonObject>(), false);

    private static JsonObject Line(StripeStore store, JsonObject given, int number)
    {
        var quantity = given.Integer("quantity", $"line_items[{number}][quantity]") ?? 1;
        if (quantity < 1) throw StripeErrorException.Invalid("This value must be greater than or equal to 1.", $"line_items[{number}][quantity]", "parameter_invalid_integer");
        var price = given.Word("price") is { } id ? store.Get(id, "price", $"line_items[{number}][price]").Copy() : Price(store, given.Part("price_data"), number);
        var amount = price["unit_amount"].Long() * quantity;
        return new JsonObject
        {
            ["id"] = StripeStore.NewId("li_1"),
            ["object"] = "item",
            ["amount_discount"] = 0,
            ["amount_subtotal"] = amount,
            ["amount_tax"] = 0,
            ["amount_total"] = amount,
            ["currency"] = price["currency"].Text(),
            ["description"] = NameOf(store, price),
            ["price"] = price,
            ["quantity"] = quantity,
        };
    }

    private static string NameOf(StripeStore store, JsonObject price) => store.Find(price["product"].Text())?["name"].Text() ?? "Item";

    private static JsonObject Price(StripeStore store, JsonObject? data, int number)
    {
        var at = $"line_items[{number}][price_data]";
        if (data is null) throw StripeErrorException.Invalid($"You must specify either `price` or `price_data` for line item {number}.", $"line_items[{number}]", "parameter_missing");
        var currency = data.Word("currency") ?? throw StripeErrorException.Invalid($"Missing required param: {at}[currency].", at + "[currency]", "parameter_missing");
        var amount = data.Integer("unit_amount", at + "[unit_amount]") ?? Rounded(data.Word("unit_amount_decimal"))
            ?? throw StripeErrorException.Invalid($"Missing required param: {at}[unit_amount].", at + "[unit_amount]", "parameter_missing");
        if (amount < 0) throw StripeErrorException.Invalid("Invalid non-negative integer", at + "[unit_amount]", "parameter_invalid_integer");
        var product = data.Word("product") ?? Product(store, data.Part("product_data"), at);
        var price = new JsonObject
        {
            ["id"] = StripeStore.NewId("price_1"),
            ["object"] = "price",
            ["active"] = false,
            ["billing_scheme"] = "per_unit",
            ["created"] = store.Now,
            ["currency"] = currency.ToLowerInvariant(),
            ["custom_unit_amount"] = null,
            ["livemode"] = false,
            ["lookup_key"] = null,
            ["metadata"] = new JsonObject(),
            ["nickname"] = null,
            ["product"] = product,
            ["recurring"] = null,
            ["tax_behavior"] = data.Word("tax_behavior") ?? "unspecified",
            ["tiers_mode"] = null,
            ["transform_quantity"] = null,
            ["type"] = "one_time",
            ["unit_amount"] = amount,
            ["unit_amount_decimal"] = amount.ToString(CultureInfo.InvariantCulture),
        };
        store.Put(price);
        return price.Copy();
    }

    private static long? Rounded(string? text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? (long)Math.Round(value, MidpointRounding.AwayFromZero) : null;

    private static string Product(StripeStore store, JsonObject? data, string at)
    {
        var name = data?.Word("name") ?? throw StripeErrorException.Invalid($"Missing required param: {at}[product_data][name].", at + "[product_data][name]", "parameter_missing");
        var product = new JsonObject
        {
            ["id"] = StripeStore.NewId("prod_", 14),
            ["object"] = "product",
            ["active"] = false,
            ["created"] = store.Now,
            ["default_price"] = null,
            ["description"] = data.Word("description"),
            ["features"] = new JsonArray(),
            ["images"] = Json.Array(data.Texts("images").Select(url => (JsonNode?)url)),
            ["livemode"] = false,
            ["metadata"] = data.Metadata(),
            ["name"] = name,
            ["package_dimensions"] = null,
            ["shippable"] = null,
            ["statement_descriptor"] = null,
            ["tax_code"] = data.Word("tax_code"),
            ["type"] = "service",
            ["unit_label"] = null,
            ["updated"] = store.Now,
            ["url"] = null,
        };
        store.Put(product);
        return product["id"].Text()!;
    }
}
