using System.Text;
using System.Text.Json.Nodes;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Stripe;

/// <summary>The way every API call takes: key, idempotency, faults, work, expansion, record.</summary>
internal sealed class StripeDoor(StripeStore store, IdempotencyKeys keys, StripeEvents events, FaultBoard faults, RecordFolder records)
{
    public const string Party = "stripe";

    private readonly JournalFile requests = records.File("stripe-requests");

    public async Task<IResult> RunAsync(HttpContext http, string operation, Func<StripeCall, JsonNode> work, CancellationToken cancel)
    {
        await FaultGate.DelayAsync(http, Party, operation, cancel);
        var encoded = await ReadAsync(http.Request, cancel);
        var key = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given && http.Request.Method != "GET" ? given : null;
        var call = new StripeCall(
            operation, StripeForm.Parse(encoded), $"{http.Request.Scheme}://{http.Request.Host}", key, StripeStore.NewId("req_", 14),
            http.Request.Headers["Stripe-Version"].ToString() is { Length: > 0 } version ? version : null);
        var request = $"{http.Request.Method} {http.Request.Path} {encoded}";
        var (status, body) = Answer(http, call, request, work);
        requests.Append(new JsonObject
        {
            ["at"] = store.Now,
            ["method"] = http.Request.Method,
            ["path"] = http.Request.Path.ToString(),
            ["form"] = encoded,
            ["idempotency_key"] = key,
            ["status"] = status,
            ["answer"] = JsonNode.Parse(body),
        });
        http.Response.Headers["Request-Id"] = call.RequestId;
        if (call.ApiVersion is not null) http.Response.Headers["Stripe-Version"] = call.ApiVersion;
        if (faults.Take(Party, operation, FaultKinds.DropAfterAccept) is null)
            return Results.Text(body, "application/json", statusCode: status);
        http.Abort();
        return Results.Empty;
    }

    private (int Status, string Body) Answer(HttpContext http, StripeCall call, string request, Func<StripeCall, JsonNode> work)
    {
        try
        {
            Authenticate(http.Request);
            if (faults.Take(Party, call.Operation, FaultKinds.RateLimit) is not null)
                throw new StripeErrorException(429, "invalid_request_error", "Request rate limit exceeded.", "rate_limit");
            events.Version = call.ApiVersion ?? events.Version;
            return call.IdempotencyKey is { } key ? Once(http, key, call, request, work) : Act(call, work).Answer;
        }
        catch (StripeErrorException error)
        {
            return (error.Status, error.ToJson().ToJsonString(Json.Compact));
        }
    }

    private (int Status, string Body) Once(HttpContext http, string key, StripeCall call, string request, Func<StripeCall, JsonNode> work)
    {
        if (keys.Begin(key, request) is { } kept)
        {
            http.Response.Headers["Idempotent-Replayed"] = "true";
            return ((int)kept["status"].Long(), kept["body"].Text()!);
        }

        try
        {
            var (answer, executed) = Act(call, work);
            if (executed) keys.Finish(key, request, answer.Status, answer.Body);
            return answer;
        }
        finally
        {
            keys.Release(key);
        }
    }

    // A refusal before anything was done is not kept under the key; an answer after acting is, a 500 as well.
    private ((int Status, string Body) Answer, bool Executed) Act(StripeCall call, Func<StripeCall, JsonNode> work)
    {
        if (faults.Take(Party, call.Operation, FaultKinds.Error500) is not null) return (ServerError(), true);
        try
        {
            string body;
            lock (store.Gate) body = Expansion.Apply(store, work(call), call.Form.Texts("expand")).ToJsonString(Json.Compact);
            return faults.Take(Party, call.Operation, FaultKinds.Error500AfterPlacing) is null ? ((200, body), true) : (ServerError(), true);
        }
        catch (StripeErrorException error)
        {
            return ((error.Status, error.ToJson().ToJsonString(Json.Compact)), error.Executed);
        }
    }

    private static (int Status, string Body) ServerError() =>
        (500, new StripeErrorException(500, "api_error", "An unknown error occurred").ToJson().ToJsonString(Json.Compact));

    private static async Task<string> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.Method is "GET" or "DELETE") return request.QueryString.Value?.TrimStart('?') ?? "";
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }

    private static void Authenticate(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var key = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..] : Basic(header);
        if (key.Length == 0) throw new StripeErrorException(401, "invalid_request_error", "You did not provide an API key.");
        if (!key.StartsWith("sk_test_", StringComparison.Ordinal) && !key.StartsWith("rk_test_", StringComparison.Ordinal))
            throw new StripeErrorException(401, "invalid_request_error", $"Invalid API Key provided: {key[..Math.Min(8, key.Length)]}****");
    }

    private static string Basic(string header)
    {
        var buffer = new byte[header.Length];
        return header.StartsWith("Basic ", StringComparison.Ordinal) && Convert.TryFromBase64String(header[6..], buffer, out var count)
            ? Encoding.UTF8.GetString(buffer, 0, count).TrimEnd(':')
            : "";
    }
}
