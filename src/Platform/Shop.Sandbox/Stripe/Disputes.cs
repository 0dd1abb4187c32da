using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Disputes: opened by a test card or by hand, closed by hand as won or lost.</summary>
internal sealed class Disputes(StripeStore store, StripeEvents events, Balance balance)
{
    public JsonObject Open(JsonObject chargeBefore, string reason, StripeCall? call)
    {
        var charge = chargeBefore.Copy();
        var intent = store.Find(charge["payment_intent"].Text());
        var dispute = new JsonObject
        {
            ["id"] = StripeStore.NewId("du_1"),
            ["object"] = "dispute",
            ["amount"] = charge["amount"]!.DeepClone(),
            ["balance_transactions"] = new JsonArray(),
            ["charge"] = charge["id"].Text(),
            ["created"] = store.Now,
            ["currency"] = charge["currency"].Text(),
            ["evidence"] = new JsonObject(),
            ["evidence_details"] = new JsonObject { ["due_by"] = store.Now + 604_800, ["has_evidence"] = false, ["past_due"] = false, ["submission_count"] = 0 },
            ["is_charge_refundable"] = false,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["payment_intent"] = charge["payment_intent"].Text(),
            ["reason"] = reason,
            ["status"] = "needs_response",
        };
        Add(dispute, balance.ForDispute(dispute, intent));
        charge["disputed"] = true;
        store.Put(charge);
        events.Emit("charge.dispute.created", dispute, call);
        events.Emit("charge.dispute.funds_withdrawn", dispute, call);
        return dispute;
    }

    public JsonObject Close(string id, bool won, StripeCall? call)
    {
        var dispute = store.Get(id, "dispute").Copy();
        if (dispute["status"].Text() is "won" or "lost") throw StripeErrorException.Invalid("This dispute is already closed.");
        dispute["status"] = won ? "won" : "lost";
        if (won) Add(dispute, balance.ForWonDispute(dispute, store.Find(dispute["payment_intent"].Text())));
        else store.Put(dispute);
        if (won) events.Emit("charge.dispute.funds_reinstated", dispute, call);
        events.Emit("charge.dispute.closed", dispute, call);
        return dispute;
    }

    private void Add(JsonObject dispute, string transaction)
    {
        ((JsonArray)dispute["balance_transactions"]!).Add(store.Get(transaction, "balance_transaction").DeepClone());
        store.Put(dispute);
    }
}
