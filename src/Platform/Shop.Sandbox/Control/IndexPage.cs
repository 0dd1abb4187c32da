using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Faults;

namespace Shop.Sandbox.Control;

/// <summary>What is served here, for a person who opened the address.</summary>
internal static class IndexPage
{
    public static IResult Show(SandboxOptions options, ProductCatalogue catalogue, HttpRequest request)
    {
        var origin = $"{request.Scheme}://{request.Host}";
        var sample = catalogue.At(20);
        var kinds = string.Concat(FaultKinds.All.Select(kind => $"<tr><td><code>{kind.Key}</code></td><td>{kind.Value}</td></tr>"));
        return Page.Html("Shop sandbox", $"""
            <h1>The outside world on {request.Host}</h1>
            <p class="muted">Seed {options.Seed} · {catalogue.Count:N0} products in {catalogue.Families.Count} families · one parcel day takes {options.TrackingSecondsPerDay} s · state in <code>{options.Data}</code></p>
            <div class="card"><h2>AliExpress</h2><table>
            <tr><td>API</td><td><code>{origin}/aliexpress/sync</code>, <code>{origin}/aliexpress/rest/auth/token/create</code>, <code>…/refresh</code></td></tr>
            <tr><td>Consent</td><td><code>{origin}/aliexpress/oauth/authorize</code></td></tr>
            <tr><td>Application</td><td>key <code>{options.AliExpress.AppKey}</code>, secret <code>{options.AliExpress.AppSecret}</code>, ready session <code>{options.AliExpress.Session}</code></td></tr>
            <tr><td>Pages</td><td><a href="/aliexpress-www/item/{sample.Id}.html">a product</a>, <a href="/aliexpress-www/w/wholesale-dog-bed.html">a search</a>, <a href="/aliexpress-img/kf/S{sample.Index:x6}v0.jpg">a picture</a>, <a href="/control/orders">orders</a></td></tr></table></div>
            <div class="card"><h2>Stripe</h2><table>
            <tr><td>API base</td><td><code>{origin}/stripe</code> with any key that starts with <code>sk_test_</code>, e.g. <code>{options.Stripe.SecretKey}</code></td></tr>
            <tr><td>Webhooks</td><td>{(options.Stripe.WebhookUrl.Length > 0 ? $"<code>{options.Stripe.WebhookUrl}</code>" : "none configured; register endpoints by API")}, secret <code>{options.Stripe.WebhookSecret}</code></td></tr>
            <tr><td>Cards</td><td><code>4242 4242 4242 4242</code> pays, <code>4000 0000 0000 0002</code> declined, <code>…9995</code> no funds, <code>4000 0000 0000 3220</code> asks the bank</td></tr></table></div>
            <div class="card"><h2>Mail</h2><p><a href="/mail">Inbox</a> · SMTP on port {options.SmtpPort} · <code>{origin}/mail/api/messages?to=</code></p></div>
            <div class="card"><h2>Market signals</h2><table>
            <tr><td>Google Trends</td><td><code>{origin}/signals/google-trends/trends/api/explore</code>, <code>…/widgetdata/multiline</code></td></tr>
            <tr><td>Amazon.ca</td><td><a href="/signals/amazon-ca/gp/bestsellers/kitchen">best sellers in kitchen</a></td></tr>
            <tr><td>Bank of Canada</td><td><a href="/signals/bank-of-canada/valet/observations/group/FX_RATES_DAILY/json?recent=5">daily rates</a></td></tr>
            <tr><td>Reddit</td><td><code>{origin}/signals/reddit/api/v1/access_token</code>, <code>…/r/all/search</code></td></tr>
            <tr><td>Statistics Canada</td><td><code>{origin}/signals/statcan/t1/wds/rest/…</code></td></tr>
            <tr><td>The truth</td><td><a href="/control/truth/demand">hidden demand</a></td></tr></table></div>
            <div class="card"><h2>Control</h2><table>
            <tr><td><code>POST /control/faults</code></td><td><code>{"{"}"party":"aliexpress","operation":"order.create","kind":"dropAfterAccept","times":1{"}"}</code></td></tr>
            <tr><td><code>DELETE /control/faults</code></td><td>heals everything</td></tr>
            <tr><td><code>GET /control/records/aliexpress</code></td><td>also <a href="/control/records/stripe-ledger">stripe-ledger</a>, mail</td></tr>
            <tr><td><code>POST /control/orders/{"{id}"}/advance?to=shipped|delivered|finished</code></td><td>or <code>?days=3</code></td></tr>
            <tr><td><code>POST /control/clock/advance?hours=25</code></td><td>moves the sandbox's clock</td></tr></table>
            <h2>Kinds of faults</h2><table>{kinds}</table></div>
            """);
    }
}
