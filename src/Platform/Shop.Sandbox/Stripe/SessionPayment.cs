using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>What the shopper typed into the payment page.</summary>
internal sealed record CardEntry(string Email, string Name, string Number, int ExpMonth, int ExpYear, string Cvc, JsonObject? Shipping);

internal enum PayOutcome
{
    Paid,
    NeedsAuthentication,
    Refused,
}

/// <summary>Pays an open session: the same steps for every card, in Stripe's order of events.</summary>
internal sealed class SessionPayment(StripeStore store, StripeEvents events, Intents intents, Cards cards)
{
    public (PayOutcome Outcome, string? Problem) Pay(string sessionId, CardEntry entry, StripeCall call)
    {
        lock (store.Gate)
        {
            var session = store.Get(sessionId, "checkout.session").Copy();
            session["customer_details"] = Details(entry);
            if (entry.Shipping is not null) Ship(session, entry);
            var intent = IntentOf(session, call);
            var card = Judge(entry);
            var method = cards.Keep(card, Shapes.Billing(entry.Email, entry.Name), (entry.ExpMonth, entry.ExpYear));
            try
            {
                if (card.NeedsAuthentication)
                {
                    cards.AskAuthentication(intent, method, $"{call.Origin}/stripe/pay/{sessionId}/authenticate", null, call);
                    return (PayOutcome.NeedsAuthentication, null);
                }

                Complete(session, cards.Charge(intent, method, card, authenticated: false, call), call);
                return (PayOutcome.Paid, null);
            }
            catch (StripeErrorException error)
            {
                return (PayOutcome.Refused, error.Message);
            }
        }
    }

    /// <summary>The shopper came back from the bank's page.</summary>
    public (PayOutcome Outcome, string? Problem) Authenticated(string sessionId, bool approved, StripeCall call)
    {
        lock (store.Gate)
        {
            var session = store.Get(sessionId, "checkout.session").Copy();
            var intent = store.Find(session["payment_intent"].Text(), "payment_intent");
            if (intent is null || intent["status"].Text() != "requires_action") return (PayOutcome.Refused, "There is nothing to authenticate.");
            if (!approved)
            {
                cards.FailAuthentication(intent, call);
                return (PayOutcome.Refused, "Your bank did not confirm the payment.");
            }

            try
            {
                var method = store.Get(intent["payment_method"].Text()!, "payment_method");
                Complete(session, cards.Charge(intent, method, Cards.Of(method), authenticated: true, call), call);
                return (PayOutcome.Paid, null);
            }
            catch (StripeErrorException error)
            {
                return (PayOutcome.Refused, error.Message);
            }
        }
    }

    private JsonObject IntentOf(JsonObject session, StripeCall call)
    {
        if (store.Find(session["payment_intent"].Text(), "payment_intent") is { } before)
        {
            store.Put(session);
            return before;
        }

        var data = ((JsonObject)session["sandbox_intent_data"]!).Copy();
        data["customer"] = session["customer"].Text();
        var intent = intents.New(session["amount_total"].Long(), session["currency"].Text()!, data, call);
        session["payment_intent"] = intent["id"].Text();
        store.Put(session);
        return intent;
    }

    private void Complete(JsonObject session, JsonObject intent, StripeCall call)
    {
        session["payment_intent"] = intent["id"].Text();
        session["status"] = "complete";
        session["payment_status"] = intent["status"].Text() == "succeeded" ? "paid" : "unpaid";
        session["url"] = null;
        store.Put(session);
        events.Emit("checkout.session.completed", Sessions.Public(session), call);
    }

    private CardBehaviour Judge(CardEntry entry)
    {
        var card = TestCards.Of(entry.Number);
        var today = DateTimeOffset.FromUnixTimeSeconds(store.Now);
        if (entry.ExpYear < today.Year || (entry.ExpYear == today.Year && entry.ExpMonth < today.Month))
            return card with { Code = "expired_card", DeclineCode = null, Message = "Your card has expired." };
        return entry.Cvc.Length is 3 or 4 && entry.Cvc.All(char.IsAsciiDigit) ? card : card with { Code = "incorrect_cvc", DeclineCode = null, Message = "Your card's security code is incorrect." };
    }

    private static JsonObject Details(CardEntry entry) => new()
    {
        ["address"] = Shapes.EmptyAddress(),
        ["email"] = entry.Email,
        ["name"] = entry.Name,
        ["phone"] = null,
        ["tax_exempt"] = "none",
        ["tax_ids"] = new JsonArray(),
    };

    private static void Ship(JsonObject session, CardEntry entry)
    {
        var details = new JsonObject { ["address"] = Shapes.Address(entry.Shipping), ["name"] = entry.Name };
        session["shipping_details"] = details;
        session["collected_information"] = new JsonObject { ["shipping_details"] = details.DeepClone() };
    }
}
