using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>The front door of the API: checks key, time, signature and session in the platform's order, then calls the method.</summary>
internal sealed class Gateway(
    IEnumerable<IApiMethod> methods, IOptions<SandboxOptions> options, TokenDesk tokens, FaultBoard faults, SandboxClock time)
{
    public const string Party = "aliexpress";

    private readonly Dictionary<string, IApiMethod> methods = methods.ToDictionary(method => method.Name, StringComparer.Ordinal);
    private long requests;

    public IReadOnlyCollection<string> MethodNames => methods.Keys;

    public async Task<IResult> SyncAsync(HttpContext http, CancellationToken cancel)
    {
        var call = await ApiCall.ReadAsync(http.Request, cancel);
        var operation = call["method"] ?? "";
        return await FaultGate.RunAsync(http, Party, operation, () => Write(Answer(call, operation)), cancel);
    }

    public async Task<IResult> RestAsync(HttpContext http, string path, Func<ApiCall, JsonObject> work, CancellationToken cancel)
    {
        var call = await ApiCall.ReadAsync(http.Request, cancel);
        return await FaultGate.RunAsync(http, Party, path, () => Write(System(call, path, work)), cancel);
    }

    private JsonObject Answer(ApiCall call, string operation)
    {
        var requestId = NextRequestId();
        try
        {
            CheckCaller(call, path: "");
            if (!methods.TryGetValue(operation, out var method)) throw new ApiRefusalException("InvalidApiPath", "The specified API path is invalid", "ISP");
            if (!tokens.IsValid(call["session"] ?? call["access_token"]))
                throw new ApiRefusalException("IllegalAccessToken", "The specified access token is invalid or expired");
            if (faults.Take(Party, operation, FaultKinds.RateLimit) is not null)
                throw new ApiRefusalException("ApiCallLimit", "The request has been rate limited: app call limited, this ban will last 1 seconds", "ISP");
            var answer = Envelope.Success(operation, method.Answer(call), requestId);
            if (faults.Take(Party, operation, FaultKinds.LayoutChange) is not null) answer = LayoutChange.Of(answer);
            return call["simplify"] == "true" ? (JsonObject)Envelope.Simplify(answer)! : answer;
        }
        catch (ApiRefusalException refusal)
        {
            return Envelope.Refusal(refusal, requestId);
        }
    }

    private JsonObject System(ApiCall call, string path, Func<ApiCall, JsonObject> work)
    {
        var requestId = NextRequestId();
        try
        {
            CheckCaller(call, path);
            var answer = work(call);
            answer["request_id"] = requestId;
            return answer;
        }
        catch (ApiRefusalException refusal)
        {
            return Envelope.SystemRefusal(refusal, requestId);
        }
    }

    private void CheckCaller(ApiCall call, string path)
    {
        var own = options.Value.AliExpress;
        if (call.Required("app_key") != own.AppKey) throw new ApiRefusalException("InvalidAppkey", "The specified App Key is invalid");
        if (call.Required("sign_method") != "sha256") throw new ApiRefusalException("InvalidSignMethod", "The sign_method must be sha256");
        CheckTime(call.Required("timestamp"));
        _ = call.Required("sign");
        if (!Signature.Holds(call.Parameters, own.AppSecret, path))
            throw new ApiRefusalException("IncompleteSignature", "The request signature does not conform to platform standards");
    }

    private void CheckTime(string timestamp)
    {
        var known = long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds);
        var gap = known ? (time.Shared - DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, 0, 4102444800000))).Duration() : TimeSpan.MaxValue;
        if (gap > TimeSpan.FromMinutes(15)) throw new ApiRefusalException("IllegalTimestamp", "The specified timestamp is invalid or out of the accepted range");
    }

    private string NextRequestId() =>
        $"210154{Interlocked.Increment(ref requests) & 0xFF:x2}{time.GetUtcNow().ToUnixTimeMilliseconds()}{requests % 10000:0000}";

    private static IResult Write(JsonObject answer) => Results.Text(answer.ToJsonString(Json.Compact), "application/json;charset=UTF-8");
}
