using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Payment intents: made, confirmed, captured, cancelled.</summary>
internal sealed class Intents(StripeStore store, StripeEvents events, Cards cards)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "amount", "application_fee_amount", "automatic_payment_methods", "capture_method", "confirm", "confirmation_method", "currency", "customer",
        "description", "error_on_requires_action", "expand", "mandate", "mandate_data", "metadata", "off_session", "on_behalf_of", "payment_method",
        "payment_method_data", "payment_method_options", "payment_method_types", "radar_options", "receipt_email", "return_url", "setup_future_usage",
        "shipping", "statement_descriptor", "statement_descriptor_suffix", "transfer_data", "transfer_group", "use_stripe_sdk", "amount_details",
        "payment_details", "payment_method_configuration", "excluded_payment_method_types", "confirmation_token", "hooks",
        "allowed_payment_method_types", "customer_account",
    };

    public JsonObject Create(StripeCall call)
    {
        call.Form.AllowOnly(Known);
        var amount = call.Form.Integer("amount") ?? throw StripeErrorException.Invalid("Missing required param: amount.", "amount", "parameter_missing");
        var intent = New(amount, call.Form.Required("currency"), call.Form, call);
        return call.Form.Word("confirm") == "true" ? ConfirmWith(intent, call) : intent;
    }

    public JsonObject New(long amount, string currency, JsonObject given, StripeCall call)
    {
        if (amount < 50) throw StripeErrorException.Invalid("Amount must be at least $0.50 " + currency, "amount", "amount_too_small");
        if (amount > 99_999_999) throw StripeErrorException.Invalid("Amount must be no more than $999,999.99", "amount", "amount_too_large");
        var id = StripeStore.NewId("pi_3");
        var intent = new JsonObject
        {
            ["id"] = id,
            ["object"] = "payment_intent",
            ["amount"] = amount,
            ["amount_capturable"] = 0,
            ["amount_details"] = new JsonObject { ["tip"] = new JsonObject() },
            ["amount_received"] = 0,
            ["application"] = null,
            ["application_fee_amount"] = null,
            ["automatic_payment_methods"] = null,
            ["canceled_at"] = null,
            ["cancellation_reason"] = null,
            ["capture_method"] = given.Word("capture_method") ?? "automatic",
            ["client_secret"] = id + StripeStore.NewId("_secret_", 25),
            ["confirmation_method"] = given.Word("confirmation_method") ?? "automatic",
            ["created"] = store.Now,
            ["currency"] = currency.ToLowerInvariant(),
            ["customer"] = given.Word("customer"),
            ["description"] = given.Word("description"),
            ["last_payment_error"] = null,
            ["latest_charge"] = null,
            ["livemode"] = false,
            ["metadata"] = given.Metadata(),
            ["next_action"] = null,
            ["on_behalf_of"] = null,
            ["payment_method"] = null,
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = Json.Array(["card"]),
            ["processing"] = null,
            ["receipt_email"] = given.Word("receipt_email"),
            ["review"] = null,
            ["setup_future_usage"] = given.Word("setup_future_usage"),
            ["shipping"] = Shipping(given.Part("shipping")),
            ["statement_descriptor"] = given.Word("statement_descriptor"),
            ["statement_descriptor_suffix"] = given.Word("statement_descriptor_suffix"),
            ["status"] = "requires_payment_method",
            ["transfer_data"] = null,
            ["transfer_group"] = given.Word("transfer_group"),
        };
        store.Put(intent);
        events.Emit("payment_intent.created", intent, call);
        return intent;
    }

    public JsonObject Get(string id) => store.Get(id, "payment_intent", "intent");

    public JsonObject Update(string id, StripeCall call)
    {
        call.Form.AllowOnly(Known);
        var intent = Get(id).Copy();
        if (call.Form.Part("metadata") is not null) foreach (var (name, value) in call.Form.Metadata()) intent["metadata"]![name] = value?.DeepClone();
        if (call.Form.Word("description") is { } text) intent["description"] = text;
        if (call.Form.Part("shipping") is { } shipping) intent["shipping"] = Shipping(shipping);
        if (call.Form.Integer("amount") is { } amount)
        {
            Expect(intent, "requires_payment_method", "requires_confirmation");
            intent["amount"] = amount;
        }

        store.Put(intent);
        return intent;
    }

    public JsonObject Confirm(string id, StripeCall call) => ConfirmWith(Get(id), call);

    public JsonObject Capture(string id, StripeCall call)
    {
        var intent = Get(id);
        Expect(intent, "requires_capture");
        var amount = call.Form.Integer("amount_to_capture") ?? intent["amount_capturable"].Long();
        if (amount < 1 || amount > intent["amount_capturable"].Long())
            throw StripeErrorException.Invalid("The amount to capture exceeds the remaining amount that can be captured.", "amount_to_capture", "amount_too_large");
        return cards.Capture(intent, amount, call);
    }

    public JsonObject Cancel(string id, StripeCall call)
    {
        var intent = Get(id).Copy();
        Expect(intent, "requires_payment_method", "requires_capture", "requires_confirmation", "requires_action", "processing");
        cards.ReleaseHold(intent, call);
        intent["status"] = "canceled";
        intent["canceled_at"] = store.Now;
        intent["cancellation_reason"] = call.Form.Word("cancellation_reason");
        intent["amount_capturable"] = 0;
        intent["next_action"] = null;
        store.Put(intent);
        events.Emit("payment_intent.canceled", intent, call);
        return intent;
    }

    private static JsonNode? Shipping(JsonObject? given) => given is null ? null : new JsonObject
    {
        ["address"] = Shapes.Address(given.Part("address")),
        ["carrier"] = given.Word("carrier"),
        ["name"] = given.Word("name"),
        ["phone"] = given.Word("phone"),
        ["tracking_number"] = given.Word("tracking_number"),
    };

    private JsonObject ConfirmWith(JsonObject intent, StripeCall call)
    {
        Expect(intent, "requires_payment_method", "requires_confirmation", "requires_action");
        var method = call.Form.Word("payment_method") ?? call.Form.Part("payment_method_data")?.Part("card")?.Word("token") ?? intent["payment_method"].Text()
            ?? throw StripeErrorException.Invalid("You cannot confirm this PaymentIntent because it's missing a payment method.", null, "payment_intent_unexpected_state");
        var card = TestCards.OfMethod(method) ?? (store.Find(method, "payment_method") is { } kept ? Cards.Of(kept) : throw StripeErrorException.Missing("PaymentMethod", method, "payment_method"));
        var paying = store.Find(method, "payment_method") ?? cards.Keep(card, Shapes.Billing(), (12, 2034));
        if (!card.NeedsAuthentication) return cards.Charge(intent, paying, card, authenticated: false, call);
        var page = $"{call.Origin}/stripe/authenticate/{intent["id"].Text()}";
        return cards.AskAuthentication(intent, paying, page, call.Form.Word("return_url"), call);
    }

    private static void Expect(JsonObject intent, params string[] states)
    {
        var status = intent["status"].Text()!;
        if (states.Contains(status, StringComparer.Ordinal)) return;
        throw new StripeErrorException(
            400, "invalid_request_error", $"This PaymentIntent's status is {status}; the operation needs one of: {string.Join(", ", states)}.", "payment_intent_unexpected_state")
        {
            PaymentIntent = intent,
        };
    }
}
