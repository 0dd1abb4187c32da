using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>The fixed parts of Stripe's resources.</summary>
internal static class Shapes
{
    public static JsonObject EmptyAddress() => new()
    {
        ["city"] = null,
        ["country"] = null,
        ["line1"] = null,
        ["line2"] = null,
        ["postal_code"] = null,
        ["state"] = null,
    };

    public static JsonObject Address(JsonObject? given)
    {
        var address = EmptyAddress();
        foreach (var (name, value) in given ?? []) address[name] = value?.DeepClone();
        return address;
    }

    public static JsonObject Billing(string? email = null, string? name = null, JsonObject? address = null) => new()
    {
        ["address"] = Address(address),
        ["email"] = email,
        ["name"] = name,
        ["phone"] = null,
    };

    public static JsonObject PaymentMethod(CardBehaviour card, JsonObject billing, long now, (int Month, int Year) expiry) => new()
    {
        ["id"] = StripeStore.NewId("pm_1"),
        ["object"] = "payment_method",
        ["billing_details"] = billing,
        ["card"] = new JsonObject
        {
            ["brand"] = card.Brand,
            ["checks"] = new JsonObject { ["address_line1_check"] = null, ["address_postal_code_check"] = null, ["cvc_check"] = "pass" },
            ["country"] = "CA",
            ["exp_month"] = expiry.Month,
            ["exp_year"] = expiry.Year,
            ["fingerprint"] = "sandbox" + card.Last4,
            ["funding"] = "credit",
            ["generated_from"] = null,
            ["last4"] = card.Last4,
            ["networks"] = new JsonObject { ["available"] = Json.Array([card.Brand]), ["preferred"] = null },
            ["three_d_secure_usage"] = new JsonObject { ["supported"] = true },
            ["wallet"] = null,
        },
        ["created"] = now,
        ["customer"] = null,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["type"] = "card",
    };

    public static JsonObject CardDetails(JsonObject method, bool authenticated) => new()
    {
        ["card"] = new JsonObject
        {
            ["brand"] = method["card"]!["brand"].Text(),
            ["checks"] = method["card"]!["checks"]!.DeepClone(),
            ["country"] = "CA",
            ["exp_month"] = method["card"]!["exp_month"]!.DeepClone(),
            ["exp_year"] = method["card"]!["exp_year"]!.DeepClone(),
            ["fingerprint"] = method["card"]!["fingerprint"].Text(),
            ["funding"] = "credit",
            ["installments"] = null,
            ["last4"] = method["card"]!["last4"].Text(),
            ["mandate"] = null,
            ["network"] = method["card"]!["brand"].Text(),
            ["three_d_secure"] = authenticated
                ? new JsonObject { ["authentication_flow"] = "challenge", ["result"] = "authenticated", ["result_reason"] = null, ["version"] = "2.2.0" }
                : null,
            ["wallet"] = null,
        },
        ["type"] = "card",
    };

    public static JsonObject Outcome(StripeErrorException? failure) => failure is null
        ? new JsonObject { ["network_status"] = "approved_by_network", ["reason"] = null, ["risk_level"] = "normal", ["risk_score"] = 20, ["seller_message"] = "Payment complete.", ["type"] = "authorized" }
        : new JsonObject { ["network_status"] = "declined_by_network", ["reason"] = failure.DeclineCode ?? "generic_decline", ["risk_level"] = "normal", ["risk_score"] = 20, ["seller_message"] = "The bank did not return any further details with this decline.", ["type"] = "issuer_declined" };
}
