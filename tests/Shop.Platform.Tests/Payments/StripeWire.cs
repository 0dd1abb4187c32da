using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace Shop.Platform.Tests.Payments;

/// <summary>
/// Stripe at the end of the wire: keeps sessions, payments and refunds, remembers idempotency keys as Stripe does, and can fail before or after
/// it has acted.
/// </summary>
internal sealed class StripeWire : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, (string Body, string Answer)> _keys = new();
    private readonly Lock _gate = new();
    private int _next;

    public Dictionary<string, JsonObject> Sessions { get; } = [];
    public Dictionary<string, JsonObject> Intents { get; } = [];
    public Dictionary<string, JsonObject> Refunds { get; } = [];
    public List<string> Calls { get; } = [];

    /// <summary>Answer 500 instead of acting.</summary>
    public Func<string, bool> FailBefore { get; set; } = _ => false;

    /// <summary>Act, then drop the answer.</summary>
    public Func<string, bool> FailAfter { get; set; } = _ => false;

    public string RefundStatus { get; set; } = "succeeded";

    /// <summary>The shopper pays on the hosted page.</summary>
    public JsonObject Pay(string session, long? amount = null)
    {
        var paid = Sessions[session];
        var intent = New("pi", "payment_intent");
        var cents = amount ?? (long)paid["amount_total"]!;
        (intent["amount"], intent["amount_received"]) = (cents, cents);
        intent["currency"] = "cad";
        intent["status"] = "succeeded";
        intent["metadata"] = paid["metadata"]!.DeepClone();
        intent["latest_charge"] = new JsonObject
        {
            ["id"] = "ch_1",
            ["object"] = "charge",
            ["balance_transaction"] = new JsonObject { ["id"] = "txn_1", ["object"] = "balance_transaction", ["fee"] = cents * 29 / 1000 + 30, ["currency"] = "cad" },
        };
        Intents[(string)intent["id"]!] = intent;
        paid["amount_total"] = cents;
        (paid["status"], paid["payment_status"], paid["payment_intent"]) = ("complete", "paid", (string)intent["id"]!);
        return intent;
    }

    public static string Event(string id, string type, JsonObject thing) => new JsonObject
    {
        ["id"] = id,
        ["object"] = "event",
        ["type"] = type,
        ["data"] = new JsonObject { ["object"] = thing.DeepClone() },
    }.ToJsonString();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        lock (_gate)
        {
            Calls.Add(call);
            if (FailBefore(call))
                return Answer(HttpStatusCode.InternalServerError, """{"error":{"type":"api_error","message":"boom"}}""");
            var key = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null;
            if (key is not null && _keys.TryGetValue(key, out var known))
                return known.Body == body ? Answer(HttpStatusCode.OK, known.Answer) : Refuse("idempotency_error", "Keys for idempotent requests can only be used with the same parameters.");
            var (status, answer) = Act(call, HttpUtility.ParseQueryString(body), HttpUtility.ParseQueryString(request.RequestUri.Query));
            if (key is not null && status == HttpStatusCode.OK)
                _keys[key] = (body, answer);
            return FailAfter(call) ? throw new HttpRequestException("The line dropped.") : Answer(status, answer);
        }
    }

    private (HttpStatusCode, string) Act(string call, System.Collections.Specialized.NameValueCollection form, System.Collections.Specialized.NameValueCollection query)
    {
        var id = call[(call.LastIndexOf('/') + 1)..];
        return call switch
        {
            "POST /v1/checkout/sessions" => Ok(NewSession(form)),
            "GET /v1/checkout/sessions" => Ok(List(Sessions.Values)),
            "POST /v1/refunds" => NewRefund(form),
            "GET /v1/refunds" => Ok(List(Refunds.Values.Where(r => (string?)r["payment_intent"] == query["payment_intent"]))),
            "POST /v1/webhook_endpoints" => Ok(NewEndpoint(form)),
            _ when call.EndsWith("/expire", StringComparison.Ordinal) => Expire(call.Split('/')[^2]),
            _ when call.StartsWith("GET /v1/checkout/sessions/", StringComparison.Ordinal) => Ok(Sessions[id]),
            _ when call.StartsWith("GET /v1/payment_intents/", StringComparison.Ordinal) && Intents.TryGetValue(id, out var intent) => Ok(intent),
            _ => (HttpStatusCode.NotFound, """{"error":{"type":"invalid_request_error","message":"No such object"}}"""),
        };
    }

    private JsonObject NewSession(System.Collections.Specialized.NameValueCollection form)
    {
        var session = New("cs", "checkout.session");
        session["url"] = $"https://checkout.example/{session["id"]}";
        session["client_reference_id"] = form["client_reference_id"];
        session["metadata"] = Metadata(form);
        session["currency"] = "cad";
        session["amount_total"] = Enumerable.Range(0, 50).TakeWhile(i => form[$"line_items[{i}][quantity]"] is not null)
            .Sum(i => long.Parse(form[$"line_items[{i}][quantity]"]!) * long.Parse(form[$"line_items[{i}][price_data][unit_amount]"]!));
        (session["status"], session["payment_status"]) = ("open", "unpaid");
        return Sessions[(string)session["id"]!] = session;
    }

    private (HttpStatusCode, string) NewRefund(System.Collections.Specialized.NameValueCollection form)
    {
        var intent = Intents[form["payment_intent"]!];
        var before = Refunds.Values.Where(r => (string?)r["payment_intent"] == form["payment_intent"] && (string?)r["status"] != "failed").Sum(r => (long)r["amount"]!);
        if (before + long.Parse(form["amount"]!) > (long)intent["amount"]!)
            return (HttpStatusCode.BadRequest, """{"error":{"type":"invalid_request_error","message":"Refund amount is greater than unrefunded amount"}}""");
        var refund = New("re", "refund");
        (refund["amount"], refund["currency"], refund["status"], refund["payment_intent"]) = (long.Parse(form["amount"]!), "cad", RefundStatus, form["payment_intent"]);
        refund["metadata"] = Metadata(form);
        Refunds[(string)refund["id"]!] = refund;
        return Ok(refund);
    }

    private JsonObject NewEndpoint(System.Collections.Specialized.NameValueCollection form)
    {
        var endpoint = New("we", "webhook_endpoint");
        (endpoint["url"], endpoint["secret"], endpoint["created"]) = (form["url"], "whsec_registered", 1_780_000_000);
        return endpoint;
    }

    private (HttpStatusCode, string) Expire(string session)
    {
        if ((string?)Sessions[session]["status"] != "open")
            return (HttpStatusCode.BadRequest, """{"error":{"type":"invalid_request_error","message":"Only open sessions can be expired"}}""");
        Sessions[session]["status"] = "expired";
        return Ok(Sessions[session]);
    }

    private JsonObject New(string prefix, string type) => new() { ["id"] = $"{prefix}_{++_next}", ["object"] = type, ["created"] = 1_780_000_000 };

    private static JsonObject Metadata(System.Collections.Specialized.NameValueCollection form) =>
        new(form.AllKeys.Where(k => k!.StartsWith("metadata[", StringComparison.Ordinal)).Select(k => KeyValuePair.Create(k![9..^1], (JsonNode?)form[k])));

    private static JsonObject List(IEnumerable<JsonObject> items) =>
        new() { ["object"] = "list", ["has_more"] = false, ["data"] = new JsonArray([.. items.Select(i => i.DeepClone())]) };

    private static (HttpStatusCode, string) Ok(JsonObject thing) => (HttpStatusCode.OK, thing.ToJsonString());

    private static HttpResponseMessage Refuse(string type, string message) =>
        Answer(HttpStatusCode.BadRequest, JsonSerializer.Serialize(new { error = new { type, message } }));

    private static HttpResponseMessage Answer(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
