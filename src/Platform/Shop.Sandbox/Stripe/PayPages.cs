using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>The hosted payment page and the bank's confirmation page; plain forms, no script.</summary>
internal sealed class PayPages(StripeStore store, Sessions sessions, SessionPayment payment, Intents intents, Cards cards)
{
    public IResult Show(string id, HttpRequest request, string? problem, IFormCollection? entered)
    {
        if (store.Find(id, "checkout.session") is not { } session) return Page.Html("Not found", "<div class=\"card narrow\"><p>No such payment page.</p></div>", 404);
        var texts = PayTexts.For(session["locale"].Text(), request);
        if (session["status"].Text() == "open" && session["expires_at"].Long() <= store.Now) session = sessions.MarkExpired(session, null);
        return session["status"].Text() switch
        {
            "expired" => Page.Html(texts.Expired, $"<div class=\"card narrow\"><h1>{texts.Expired}</h1></div>", 410),
            "complete" => Results.Redirect(Success(session)),
            _ => PayView.Html(session, texts, problem, entered),
        };
    }

    public async Task<IResult> PayAsync(string id, HttpRequest request, CancellationToken cancel)
    {
        await FaultGate.DelayAsync(request.HttpContext, StripeDoor.Party, "pay", cancel);
        var form = await request.ReadFormAsync(cancel);
        if (store.Find(id, "checkout.session") is not { } session || session["status"].Text() != "open") return Show(id, request, null, null);
        var texts = PayTexts.For(session["locale"].Text(), request);
        if (Expiry(form["expiry"].ToString()) is not { } expiry) return Show(id, request, texts.BadExpiry, form);
        var entry = new CardEntry(
            form["email"].ToString(), form["name"].ToString(), form["number"].ToString(), expiry.Month, expiry.Year, form["cvc"].ToString().Trim(),
            session["shipping_address_collection"] is null ? null : Shipping(form));
        var (outcome, problem) = payment.Pay(id, entry, Call(request, "pay"));
        return outcome switch
        {
            PayOutcome.Paid => Results.Redirect(Success(store.Get(id, "checkout.session"))),
            PayOutcome.NeedsAuthentication => Results.Redirect($"/stripe/pay/{id}/authenticate"),
            _ => Show(id, request, problem, form),
        };
    }

    public IResult Authenticate(string id) => store.Find(id, "checkout.session") is { } session
        ? PayView.Bank($"/stripe/pay/{id}/authenticate", session["amount_total"].Long(), session["currency"].Text()!, PayTexts.For(session["locale"].Text(), null))
        : Results.NotFound();

    public async Task<IResult> DecideAsync(string id, HttpRequest request, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        if (store.Find(id, "checkout.session") is null) return Results.NotFound();
        var (outcome, problem) = payment.Authenticated(id, form["decision"] == "approve", Call(request, "authenticate"));
        return outcome == PayOutcome.Paid ? Results.Redirect(Success(store.Get(id, "checkout.session"))) : Show(id, request, problem, null);
    }

    public IResult AuthenticateIntent(string id) => store.Find(id, "payment_intent") is { } intent
        ? PayView.Bank($"/stripe/authenticate/{id}", intent["amount"].Long(), intent["currency"].Text()!, PayTexts.English)
        : Results.NotFound();

    public async Task<IResult> DecideIntentAsync(string id, HttpRequest request, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var intent = intents.Get(id);
        if (intent["status"].Text() != "requires_action") return Page.Html("Done", "<div class=\"card narrow\"><p>Nothing to confirm.</p></div>");
        var back = intent["next_action"]?["redirect_to_url"]?["return_url"].Text();
        var call = Call(request, "authenticate");
        lock (store.Gate)
        {
            var method = store.Get(intent["payment_method"].Text()!, "payment_method");
            if (form["decision"] == "approve") cards.Charge(intent, method, Cards.Of(method), authenticated: true, call);
            else cards.FailAuthentication(intent, call);
        }

        return back is null ? Page.Html("Done", "<div class=\"card narrow\"><p>You can close this page.</p></div>") : Results.Redirect(back);
    }

    private static string Success(JsonObject session) =>
        session["success_url"].Text()!.Replace("{CHECKOUT_SESSION_ID}", session["id"].Text(), StringComparison.Ordinal);

    private static StripeCall Call(HttpRequest request, string operation) =>
        new(operation, [], $"{request.Scheme}://{request.Host}", null, StripeStore.NewId("req_", 14), null);

    private static (int Month, int Year)? Expiry(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        if (digits.Length is not (4 or 6)) return null;
        var month = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var year = int.Parse(digits[2..], CultureInfo.InvariantCulture) + (digits.Length == 4 ? 2000 : 0);
        return month is >= 1 and <= 12 ? (month, year) : null;
    }

    private static JsonObject Shipping(IFormCollection form) => new()
    {
        ["line1"] = form["address"].ToString(),
        ["city"] = form["city"].ToString(),
        ["state"] = form["province"].ToString(),
        ["postal_code"] = form["postal"].ToString(),
        ["country"] = "CA",
    };
}
