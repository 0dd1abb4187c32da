using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Refunds, never more than was captured.</summary>
internal sealed class Refunds(StripeStore store, StripeEvents events, Balance balance, FaultBoard faults, TimeProvider time)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "amount", "charge", "currency", "customer", "expand", "instructions_email", "metadata", "origin", "payment_intent", "reason",
        "refund_application_fee", "reverse_transfer",
    };

    public JsonObject Create(StripeCall call)
    {
        call.Form.AllowOnly(Known);
        var charge = ChargeOf(call.Form).Copy();
        var left = charge["amount_captured"].Long() - charge["amount_refunded"].Long();
        if (charge["captured"].Text() != "true") throw StripeErrorException.Invalid("This PaymentIntent does not have a successful charge to refund.", "payment_intent");
        if (charge["disputed"].Text() == "true") throw StripeErrorException.Invalid($"Charge {charge["id"].Text()} has been charged back; cannot issue a refund.", null, "charge_disputed");
        if (left <= 0) throw StripeErrorException.Invalid($"Charge {charge["id"].Text()} has already been refunded.", null, "charge_already_refunded");
        var amount = call.Form.Integer("amount") ?? left;
        if (amount < 1) throw StripeErrorException.Invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        if (amount > left) throw StripeErrorException.Invalid($"Refund amount (${Dollars(amount)}) is greater than unrefunded amount on charge (${Dollars(left)})", "amount");
        var refund = New(charge, amount, call.Form);
        var intent = store.Find(charge["payment_intent"].Text());
        refund["balance_transaction"] = balance.ForRefund(refund, intent);
        charge["amount_refunded"] = charge["amount_refunded"].Long() + amount;
        charge["refunded"] = charge["amount_refunded"].Long() >= charge["amount_captured"].Long();
        var fails = faults.Take(StripeDoor.Party, call.Operation, FaultKinds.RefundFails) is not null;
        if (fails) refund["status"] = "pending";
        store.Put(refund);
        store.Put(charge);
        events.Emit("refund.created", refund, call);
        events.Emit("charge.refunded", charge, call);
        events.Emit("charge.refund.updated", refund, call);
        events.Emit("refund.updated", refund, call);
        if (fails) _ = FailLaterAsync(refund["id"].Text()!);
        return refund;
    }

    public JsonObject Update(string id, StripeCall call)
    {
        var refund = store.Get(id, "refund").Copy();
        foreach (var (name, value) in call.Form.Metadata()) refund["metadata"]![name] = value?.DeepClone();
        store.Put(refund);
        events.Emit("refund.updated", refund, call);
        return refund;
    }

    private JsonObject ChargeOf(JsonObject form)
    {
        if (form.Word("charge") is { } id) return store.Get(id, "charge", "charge");
        var intent = store.Get(
            form.Word("payment_intent") ?? throw StripeErrorException.Invalid("One of the following params should be provided for this request: payment_intent or charge."),
            "payment_intent", "payment_intent");
        return store.Find(intent["latest_charge"].Text(), "charge")
            ?? throw StripeErrorException.Invalid("This PaymentIntent does not have a successful charge to refund.", "payment_intent");
    }

    private JsonObject New(JsonObject charge, long amount, JsonObject form) => new()
    {
        ["id"] = StripeStore.NewId("re_3"),
        ["object"] = "refund",
        ["amount"] = amount,
        ["balance_transaction"] = null,
        ["charge"] = charge["id"].Text(),
        ["created"] = store.Now,
        ["currency"] = charge["currency"].Text(),
        ["destination_details"] = new JsonObject { ["card"] = new JsonObject { ["reference_status"] = "pending", ["reference_type"] = "acquirer_reference_number", ["type"] = "refund" }, ["type"] = "card" },
        ["metadata"] = form.Metadata(),
        ["payment_intent"] = charge["payment_intent"].Text(),
        ["reason"] = form.Word("reason"),
        ["receipt_number"] = null,
        ["source_transfer_reversal"] = null,
        ["status"] = "succeeded",
        ["transfer_reversal"] = null,
    };

    private async Task FailLaterAsync(string id)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), time);
        lock (store.Gate)
        {
            var refund = store.Get(id, "refund").Copy();
            var charge = store.Get(refund["charge"].Text()!, "charge").Copy();
            refund["status"] = "failed";
            refund["failure_reason"] = "lost_or_stolen_card";
            refund["failure_balance_transaction"] = balance.ForFailedRefund(refund, store.Find(refund["payment_intent"].Text()));
            charge["amount_refunded"] = charge["amount_refunded"].Long() - refund["amount"].Long();
            charge["refunded"] = false;
            store.Put(refund);
            store.Put(charge);
            events.Emit("refund.failed", refund);
            events.Emit("charge.refund.updated", refund);
        }
    }

    private static string Dollars(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
