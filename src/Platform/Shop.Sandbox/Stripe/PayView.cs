using System.Net;
using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>Draws the payment page: what is bought on one side, the card on the other, one below the other on a phone.</summary>
internal static class PayView
{
    private const string Style = """
        *{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,"Segoe UI","DejaVu Sans",sans-serif;color:#1a1f36;background:#fff}
        .split{display:grid;grid-template-columns:1fr 1fr;min-height:100vh}.side{padding:6vh clamp(1.2rem,6vw,6rem)}
        .order{background:linear-gradient(160deg,#17324d,#234a6b);color:#fff}.order a{color:#cfe0ef;text-decoration:none}.order a:hover{text-decoration:underline}
        .sum{font-size:2.3rem;font-weight:650;letter-spacing:-.02em;margin:.2rem 0 2rem}.lines{list-style:none;padding:0;margin:0}
        .lines li{display:flex;gap:.9rem;align-items:center;justify-content:space-between;padding:.7rem 0;border-bottom:1px solid #ffffff24}
        .lines img{width:3rem;height:3rem;object-fit:cover;border-radius:8px;background:#fff}.lines div{flex:1;min-width:0}.lines small{color:#b9cbdc}
        .total{font-weight:650;border-bottom:0!important;font-size:1.08rem}.badge{background:#ffde92;color:#7c5700;font-size:.72rem;font-weight:650;border-radius:5px;padding:.12rem .45rem;margin-left:.5rem;text-transform:uppercase}
        h1{font-size:1.15rem;margin:0 0 1.2rem}label{display:block;font-size:.86rem;font-weight:550;color:#4f566b;margin:0 0 1rem}
        input{display:block;width:100%;font:inherit;padding:.65rem .75rem;margin-top:.3rem;border:1px solid #d4d9e2;border-radius:8px;box-shadow:0 1px 2px #0000000d}
        input:focus{outline:3px solid #3d7fc640;border-color:#3d7fc6}.two{display:grid;grid-template-columns:1fr 1fr;gap:.8rem}
        button{width:100%;font:inherit;font-weight:600;color:#fff;background:#1d64b4;border:0;border-radius:8px;padding:.85rem;cursor:pointer;margin-top:.4rem}
        button:hover{background:#17549a}button.quiet{background:#eef1f5;color:#1a1f36}.problem{background:#fdecec;color:#8f1d1d;border:1px solid #f3bcbc;border-radius:8px;padding:.7rem .9rem;margin:0 0 1.2rem}
        .hint{font-size:.8rem;color:#697386;margin-top:1.4rem}.bank{max-width:26rem;margin:14vh auto;padding:2rem;border:1px solid #e3e8ee;border-radius:14px;box-shadow:0 8px 30px #0000001a}
        @media(max-width:52rem){.split{grid-template-columns:1fr}.side{padding:1.6rem 1.2rem}.sum{font-size:1.8rem;margin-bottom:1rem}}
        """;

    public static IResult Html(JsonObject session, PayTexts texts, string? problem, IFormCollection? entered)
    {
        var currency = session["currency"].Text()!;
        var total = texts.Money(session["amount_total"].Long(), currency);
        var cancel = session["cancel_url"].Text() is { } url ? $"<a href=\"{Encode(url)}\">← {texts.Back}</a>" : "";
        return Document(texts, $"{texts.Pay} {total}", $"""
            <div class="split">
              <section class="side order">
                <p>{cancel}<span class="badge">{texts.TestMode}</span></p>
                <p>{texts.Total}</p><p class="sum">{total}</p>
                <ul class="lines">{Lines(session, texts, currency)}</ul>
              </section>
              <section class="side">
                <h1>{texts.CardInformation}</h1>{Problem(problem)}
                <form method="post" action="/stripe/pay/{session["id"].Text()}">{Fields(session, texts, entered)}
                  <button type="submit">{texts.Pay} {total}</button>
                </form>
                <p class="hint">4242 4242 4242 4242 ✓ · 4000 0000 0000 0002 ✗ · 4000 0000 0000 9995 ✗ · 4000 0000 0000 3220 3-D Secure</p>
              </section>
            </div>
            """);
    }

    public static IResult Bank(string action, long amount, string currency, PayTexts texts) => Document(texts, texts.BankTitle, $"""
        <form class="bank" method="post" action="{action}"><h1>{texts.BankTitle}</h1>
          <p>{texts.BankText} <strong>{texts.Money(amount, currency)}</strong>.</p>
          <button name="decision" value="approve">{texts.Approve}</button>
          <button class="quiet" name="decision" value="fail">{texts.Fail}</button>
        </form>
        """);

    private static IResult Document(PayTexts texts, string title, string body) => Results.Text($"""
        <!doctype html><html lang="{texts.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{Encode(title)}</title><style>{Style}</style></head><body><main>{body}</main></body></html>
        """, "text/html; charset=utf-8");

    private static string Lines(JsonObject session, PayTexts texts, string currency)
    {
        var lines = string.Concat((session["sandbox_lines"] as JsonArray ?? []).Select(line => $"""
            <li><div>{Encode(line!["description"].Text())}<br><small>× {line["quantity"].Text()}</small></div><span>{texts.Money(line["amount_total"].Long(), currency)}</span></li>
            """));
        var shipping = session["total_details"]!["amount_shipping"].Long();
        if (shipping > 0) lines += $"<li><div>{texts.Shipping}</div><span>{texts.Money(shipping, currency)}</span></li>";
        return lines + $"<li class=\"total\"><div>{texts.Total}</div><span>{texts.Money(session["amount_total"].Long(), currency)}</span></li>";
    }

    private static string Fields(JsonObject session, PayTexts texts, IFormCollection? entered)
    {
        var email = entered?["email"].ToString() ?? session["customer_email"].Text() ?? "";
        var address = session["shipping_address_collection"] is null ? "" : $"""
            {Field("address", texts.Address, entered?["address"], "street-address")}
            <div class="two">{Field("city", texts.City, entered?["city"], "address-level2")}{Field("province", texts.Province, entered?["province"], "address-level1")}</div>
            {Field("postal", texts.Postal, entered?["postal"], "postal-code")}
            """;
        return $"""
            {Field("email", texts.Email, email, "email", "email")}{address}
            {Field("number", texts.Card, null, "cc-number", "text", "numeric", "4242 4242 4242 4242")}
            <div class="two">{Field("expiry", texts.Expiry, null, "cc-exp", "text", "numeric", "12 / 34")}{Field("cvc", texts.Cvc, null, "cc-csc", "text", "numeric", "123")}</div>
            {Field("name", texts.Name, entered?["name"], "cc-name")}
            """;
    }

    private static string Field(string name, string label, string? value, string complete, string type = "text", string mode = "text", string hint = "") =>
        $"<label>{label}<input name=\"{name}\" type=\"{type}\" value=\"{Encode(value)}\" autocomplete=\"{complete}\" inputmode=\"{(type == "email" ? "email" : mode)}\" placeholder=\"{hint}\" required></label>";

    private static string Problem(string? problem) => problem is null ? "" : $"<p class=\"problem\" role=\"alert\">{Encode(problem)}</p>";

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");
}
