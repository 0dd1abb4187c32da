using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>What the card network does: charge, hold, capture, release, decline.</summary>
internal sealed class Cards(StripeStore store, StripeEvents events, Balance balance, Disputes disputes)
{
    public JsonObject Keep(CardBehaviour card, JsonObject billing, (int Month, int Year) expiry)
    {
        var method = Shapes.PaymentMethod(card, billing, store.Now, expiry);
        // Only test numbers get here; a stored method must behave the same way when it is used again.
        method["metadata"] = new JsonObject { ["sandbox_number"] = card.Number };
        store.Put(method);
        return method;
    }

    public static CardBehaviour Of(JsonObject method) => TestCards.Of(method["metadata"]?["sandbox_number"].Text() ?? "4242424242424242");

    /// <summary>Charges or holds the amount; a decline is recorded and thrown.</summary>
    public JsonObject Charge(JsonObject before, JsonObject method, CardBehaviour card, bool authenticated, StripeCall call)
    {
        var intent = before.Copy();
        var failure = card.Code is null ? null : new StripeErrorException(402, "card_error", card.Message!, card.Code) { DeclineCode = card.DeclineCode };
        var charge = NewCharge(intent, method, failure, authenticated);
        intent["latest_charge"] = charge["id"].Text();
        intent["next_action"] = null;
        if (failure is not null) throw Decline(intent, charge, method, failure, call);
        intent["payment_method"] = method["id"].Text();
        intent["last_payment_error"] = null;
        if (intent["capture_method"].Text() == "manual")
        {
            intent["status"] = "requires_capture";
            intent["amount_capturable"] = intent["amount"]!.DeepClone();
            store.Put(charge);
            store.Put(intent);
            events.Emit("charge.succeeded", charge, call);
            events.Emit("payment_intent.amount_capturable_updated", intent, call);
            return intent;
        }

        Settle(intent, charge, intent["amount"].Long());
        events.Emit("charge.succeeded", charge, call);
        events.Emit("payment_intent.succeeded", intent, call);
        if (card.Disputes) disputes.Open(charge, "fraudulent", call);
        return intent;
    }

    public JsonObject AskAuthentication(JsonObject before, JsonObject method, string page, string? returnUrl, StripeCall call)
    {
        var intent = before.Copy();
        intent["status"] = "requires_action";
        intent["payment_method"] = method["id"].Text();
        intent["next_action"] = new JsonObject
        {
            ["redirect_to_url"] = new JsonObject { ["return_url"] = returnUrl, ["url"] = page },
            ["type"] = "redirect_to_url",
        };
        store.Put(intent);
        events.Emit("payment_intent.requires_action", intent, call);
        return intent;
    }

    public void FailAuthentication(JsonObject before, StripeCall call)
    {
        var intent = before.Copy();
        var failure = new StripeErrorException(
            402, "invalid_request_error", "We are unable to authenticate your payment method. Please choose a different payment method and try again.", "payment_intent_authentication_failure");
        intent["status"] = "requires_payment_method";
        intent["next_action"] = null;
        intent["last_payment_error"] = LastError(failure, store.Find(intent["payment_method"].Text()));
        intent["payment_method"] = null;
        store.Put(intent);
        events.Emit("payment_intent.payment_failed", intent, call);
    }

    public JsonObject Capture(JsonObject before, long amount, StripeCall call)
    {
        var intent = before.Copy();
        var charge = store.Get(intent["latest_charge"].Text()!, "charge").Copy();
        Settle(intent, charge, amount);
        events.Emit("charge.captured", charge, call);
        events.Emit("payment_intent.succeeded", intent, call);
        return intent;
    }

    public void ReleaseHold(JsonObject intent, StripeCall call)
    {
        if (intent["status"].Text() != "requires_capture") return;
        var charge = store.Get(intent["latest_charge"].Text()!, "charge").Copy();
        charge["refunded"] = true;
        charge["amount_refunded"] = charge["amount"]!.DeepClone();
        store.Put(charge);
        events.Emit("charge.refunded", charge, call);
    }

    private void Settle(JsonObject intent, JsonObject charge, long amount)
    {
        intent["status"] = "succeeded";
        intent["amount_received"] = amount;
        intent["amount_capturable"] = 0;
        charge["captured"] = true;
        charge["amount_captured"] = amount;
        charge["balance_transaction"] = balance.ForCharge(charge, amount, intent);
        store.Put(charge);
        store.Put(intent);
        MarkSessionPaid(intent);
    }

    // A session whose money was only held becomes paid when it is captured.
    private void MarkSessionPaid(JsonObject intent)
    {
        var session = store.All("checkout.session").FirstOrDefault(s => s["payment_intent"].Text() == intent["id"].Text());
        if (session is null || session["status"].Text() != "complete") return;
        var paid = session.Copy();
        paid["payment_status"] = "paid";
        store.Put(paid);
    }

    private StripeErrorException Decline(JsonObject intent, JsonObject charge, JsonObject method, StripeErrorException failure, StripeCall call)
    {
        intent["status"] = "requires_payment_method";
        intent["payment_method"] = null;
        intent["last_payment_error"] = LastError(failure, method);
        intent["last_payment_error"]!["charge"] = charge["id"].Text();
        store.Put(charge);
        store.Put(intent);
        events.Emit("charge.failed", charge, call);
        events.Emit("payment_intent.payment_failed", intent, call);
        return new StripeErrorException(402, "card_error", failure.Message, failure.Code)
        {
            DeclineCode = failure.DeclineCode,
            PaymentIntent = intent,
            Charge = charge["id"].Text(),
            Executed = true,
        };
    }

    private static JsonObject LastError(StripeErrorException failure, JsonObject? method)
    {
        var error = (JsonObject)failure.ToJson()["error"]!.DeepClone();
        if (method is not null) error["payment_method"] = method.DeepClone();
        return error;
    }

    private JsonObject NewCharge(JsonObject intent, JsonObject method, StripeErrorException? failure, bool authenticated) => new()
    {
        ["id"] = StripeStore.NewId("ch_3"),
        ["object"] = "charge",
        ["amount"] = intent["amount"]!.DeepClone(),
        ["amount_captured"] = 0,
        ["amount_refunded"] = 0,
        ["application"] = null,
        ["application_fee"] = null,
        ["application_fee_amount"] = null,
        ["balance_transaction"] = null,
        ["billing_details"] = method["billing_details"]!.DeepClone(),
        ["calculated_statement_descriptor"] = "SANDBOX",
        ["captured"] = false,
        ["created"] = store.Now,
        ["currency"] = intent["currency"].Text(),
        ["customer"] = intent["customer"].Text(),
        ["description"] = intent["description"].Text(),
        ["disputed"] = false,
        ["failure_balance_transaction"] = null,
        ["failure_code"] = failure?.Code,
        ["failure_message"] = failure?.Message,
        ["fraud_details"] = new JsonObject(),
        ["livemode"] = false,
        ["metadata"] = intent["metadata"]!.DeepClone(),
        ["on_behalf_of"] = null,
        ["outcome"] = Shapes.Outcome(failure),
        ["paid"] = failure is null,
        ["payment_intent"] = intent["id"].Text(),
        ["payment_method"] = method["id"].Text(),
        ["payment_method_details"] = Shapes.CardDetails(method, authenticated),
        ["receipt_email"] = intent["receipt_email"].Text(),
        ["receipt_number"] = null,
        ["receipt_url"] = null,
        ["refunded"] = false,
        ["review"] = null,
        ["shipping"] = intent["shipping"]?.DeepClone(),
        ["source_transfer"] = null,
        ["statement_descriptor"] = null,
        ["statement_descriptor_suffix"] = null,
        ["status"] = failure is null ? "succeeded" : "failed",
        ["transfer_data"] = null,
        ["transfer_group"] = null,
    };
}
