using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Checkout sessions in payment mode. The payment intent is made when the shopper first tries to pay, as Stripe does.</summary>
internal sealed class Sessions(StripeStore store, StripeEvents events)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "after_expiration", "allow_promotion_codes", "automatic_tax", "billing_address_collection", "cancel_url", "client_reference_id", "consent_collection",
        "currency", "custom_fields", "custom_text", "customer", "customer_creation", "customer_email", "customer_update", "discounts", "expand", "expires_at",
        "invoice_creation", "line_items", "locale", "metadata", "mode", "payment_intent_data", "payment_method_collection", "payment_method_options",
        "payment_method_types", "phone_number_collection", "setup_intent_data", "shipping_address_collection", "shipping_options", "submit_type",
        "subscription_data", "success_url", "tax_id_collection", "ui_mode", "return_url", "adaptive_pricing", "payment_method_configuration",
        "redirect_on_completion", "saved_payment_method_options", "permissions", "branding_settings", "name_collection", "origin_context", "wallet_options",
        "excluded_payment_method_types", "optional_items", "allowed_payment_method_types", "customer_account", "integration_identifier", "managed_payments",
        "payment_method_data",
    };

    public JsonObject Create(StripeCall call)
    {
        var form = call.Form;
        form.AllowOnly(Known);
        if ((form.Word("mode") ?? "payment") != "payment") throw StripeErrorException.Invalid("This account only offers mode=payment.", "mode");
        if (form.Word("ui_mode") is { } ui && ui is not ("hosted" or "hosted_page")) throw StripeErrorException.Invalid("This account only offers the hosted page.", "ui_mode");
        var success = form.Required("success_url");
        var lines = SessionLines.Read(store, form);
        var currency = CurrencyOf(lines);
        var shipping = ShippingOf(form);
        var subtotal = lines.Sum(line => line!["amount_subtotal"].Long());
        var total = subtotal + shipping.Amount;
        if (total < 50) throw StripeErrorException.Invalid($"The Checkout Session's total amount must convert to at least 50 cents. {total} {currency} is too small.", "line_items", "amount_too_small");
        var session = Shape(call, StripeStore.NewId("cs_test_a1", 56), currency, form);
        session["amount_subtotal"] = subtotal;
        session["amount_total"] = total;
        session["shipping_cost"] = shipping.Cost;
        session["shipping_options"] = shipping.Options;
        session["total_details"] = new JsonObject { ["amount_discount"] = 0, ["amount_shipping"] = shipping.Amount, ["amount_tax"] = 0 };
        session["success_url"] = success;
        session["sandbox_lines"] = lines;
        session["sandbox_intent_data"] = form.Part("payment_intent_data")?.DeepClone() ?? new JsonObject();
        store.Put(session);
        return Public(session);
    }

    public JsonObject Get(string id) => Public(store.Get(id, "checkout.session", "session"));

    public JsonObject Expire(string id, StripeCall call)
    {
        var session = store.Get(id, "checkout.session", "session");
        if (session["status"].Text() != "open") throw StripeErrorException.Invalid($"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `{session["status"].Text()}`.");
        return Public(MarkExpired(session, call));
    }

    public JsonObject MarkExpired(JsonObject before, StripeCall? call)
    {
        var session = before.Copy();
        session["status"] = "expired";
        session["url"] = null;
        store.Put(session);
        events.Emit("checkout.session.expired", Public(session), call);
        return session;
    }

    /// <summary>The session as callers see it: what the sandbox notes beside it is left out.</summary>
    public static JsonObject Public(JsonObject session)
    {
        var shown = session.Copy();
        shown.Remove("sandbox_lines");
        shown.Remove("sandbox_intent_data");
        return shown;
    }

    private static string CurrencyOf(JsonArray lines)
    {
        var currencies = lines.Select(line => line!["currency"].Text()!).Distinct(StringComparer.Ordinal).ToList();
        return currencies.Count == 1 ? currencies[0] : throw StripeErrorException.Invalid("All line items must have the same currency.", "line_items");
    }

    private static (long Amount, JsonObject? Cost, JsonArray Options) ShippingOf(JsonObject form)
    {
        var options = new JsonArray();
        JsonObject? cost = null;
        foreach (var given in form.Parts("shipping_options"))
        {
            var data = given.Part("shipping_rate_data") ?? throw StripeErrorException.Invalid("Only shipping_rate_data is offered here.", "shipping_options");
            var amount = data.Part("fixed_amount")?.Integer("amount") ?? 0;
            var rate = StripeStore.NewId("shr_1");
            options.Add(new JsonObject { ["shipping_amount"] = amount, ["shipping_rate"] = rate });
            cost ??= new JsonObject { ["amount_subtotal"] = amount, ["amount_tax"] = 0, ["amount_total"] = amount, ["shipping_rate"] = rate };
        }

        return (cost?["amount_total"].Long() ?? 0, cost, options);
    }

    private JsonObject Shape(StripeCall call, string id, string currency, JsonObject form)
    {
        var countries = form.Part("shipping_address_collection")?.Texts("allowed_countries").Select(code => (JsonNode?)code);
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "checkout.session",
            ["after_expiration"] = null,
            ["allow_promotion_codes"] = null,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["status"] = null },
            ["billing_address_collection"] = form.Word("billing_address_collection"),
            ["cancel_url"] = form.Word("cancel_url"),
            ["client_reference_id"] = form.Word("client_reference_id"),
            ["consent"] = null,
            ["consent_collection"] = null,
            ["created"] = store.Now,
            ["currency"] = currency,
            ["custom_fields"] = new JsonArray(),
            ["custom_text"] = new JsonObject { ["shipping_address"] = null, ["submit"] = null },
            ["customer"] = form.Word("customer"),
            ["customer_creation"] = form.Word("customer") is null ? "if_required" : null,
            ["customer_details"] = null,
            ["customer_email"] = form.Word("customer_email"),
            ["expires_at"] = form.Integer("expires_at") ?? store.Now + 86_400,
            ["invoice"] = null,
            ["invoice_creation"] = null,
            ["livemode"] = false,
            ["locale"] = form.Word("locale"),
            ["metadata"] = form.Metadata(),
            ["mode"] = "payment",
            ["payment_intent"] = null,
            ["payment_link"] = null,
            ["payment_method_collection"] = "if_required",
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = Json.Array(["card"]),
            ["payment_status"] = "unpaid",
            ["phone_number_collection"] = new JsonObject { ["enabled"] = form.Part("phone_number_collection")?.Word("enabled") == "true" },
            ["recovered_from"] = null,
            ["setup_intent"] = null,
            ["shipping_address_collection"] = countries is null ? null : new JsonObject { ["allowed_countries"] = Json.Array(countries) },
            ["shipping_details"] = null,
            ["status"] = "open",
            ["submit_type"] = form.Word("submit_type"),
            ["subscription"] = null,
            ["url"] = $"{call.Origin}/stripe/pay/{id}",
            ["collected_information"] = null,
        };
    }
}
