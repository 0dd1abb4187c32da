using System.Globalization;
using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>All requests to AliExpress. It says what is sent and hands back the document that came, or why none did.</summary>
internal static class AliExpressClient
{
    public const string AppKey = "app_key";
    public const string AppSecret = "app_secret";
    public const string AccessToken = "access_token";
    public const string RefreshToken = "refresh_token";

    private static readonly Dictionary<string, string> Tokens = new() { [AccessToken] = AccessToken, [RefreshToken] = RefreshToken };

    /// <summary>An answer with the time it was given.</summary>
    public sealed record Reply(Document Document, DateTimeOffset At);

    /// <summary>The page on which a merchant grants access.</summary>
    public static Answer<HttpCall> Authorize(IConnectorContext context, string redirectAddress, string state)
    {
        if (Key(context).Length == 0) return new Fault(FaultKind.Unauthorised, "Enter the app key of your AliExpress application first.");
        return new HttpCall("api", "/oauth/authorize")
        {
            Query = new Dictionary<string, string>
            {
                ["response_type"] = "code",
                ["force_auth"] = "true",
                ["client_id"] = HttpCall.Literal(Key(context)),
                ["redirect_uri"] = HttpCall.Literal(redirectAddress),
                ["state"] = HttpCall.Literal(state),
            },
        };
    }

    /// <summary>A business call on behalf of the connected account.</summary>
    public static async Task<Answer<Reply>> CallAsync(
        IConnectorContext context, string method, Dictionary<string, string> parameters, CancellationToken cancellationToken, bool unrepeatable = false)
    {
        var form = AliExpressSigning.Safe([.. parameters, .. Common(context), KeyValuePair.Create("method", method), KeyValuePair.Create("format", "json")]);
        form["session"] = Template(AccessToken);
        var call = new HttpCall("api", "/sync") { Method = "POST", Unrepeatable = unrepeatable };
        return await SignAndSendAsync(context, call, "", form, cancellationToken);
    }

    /// <summary>Trades a code for tokens, which the broker keeps. No <c>uuid</c> is sent: with one the call fails.</summary>
    public static Task<Answer<Reply>> CreateTokenAsync(IConnectorContext context, string code, CancellationToken cancellationToken)
    {
        var form = AliExpressSigning.Safe([KeyValuePair.Create("code", code), .. Common(context)]);
        return SystemAsync(context, "/auth/token/create", form, cancellationToken);
    }

    public static Task<Answer<Reply>> RefreshTokenAsync(IConnectorContext context, CancellationToken cancellationToken)
    {
        var form = AliExpressSigning.Safe(Common(context));
        form["refresh_token"] = Template(RefreshToken);
        return SystemAsync(context, "/auth/token/refresh", form, cancellationToken);
    }

    /// <summary>A public page of the site. Its country and currency are those the broker's session has there.</summary>
    public static Task<Answer<Reply>> PageAsync(
        IConnectorContext context, string path, Dictionary<string, string> query, CancellationToken cancellationToken) =>
        SendAsync(context, new HttpCall("www", path) { Query = query }, cancellationToken);

    private static Task<Answer<Reply>> SystemAsync(
        IConnectorContext context, string path, Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        // A code works once, and a refresh may end the token before: neither is repeated without being asked.
        var call = new HttpCall("api", "/rest" + path) { Method = "POST", KeepSecrets = Tokens, Unrepeatable = true };
        return SignAndSendAsync(context, call, path, form, cancellationToken);
    }

    private static async Task<Answer<Reply>> SignAndSendAsync(
        IConnectorContext context, HttpCall call, string path, Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        var text = AliExpressSigning.Text(path, form);
        var signed = await context.SignAsync(AppSecret, AliExpressSigning.Algorithm, text, cancellationToken);
        if (signed.Failed(out var fault, out var sign)) return fault;
        form["sign"] = sign;
        return await SendAsync(context, call with { Form = form }, cancellationToken);
    }

    private static async Task<Answer<Reply>> SendAsync(IConnectorContext context, HttpCall call, CancellationToken cancellationToken)
    {
        var sent = await context.SendAsync(call, cancellationToken);
        if (sent.Failed(out var fault, out var answer)) return fault;
        if (Walls.InAddress(answer.Address) is { } wall) return wall;
        var read = Document.Read(answer.Body);
        if (read.Failed(out var unread, out var document)) return AliExpressFaults.OfStatus(answer.Status, call.Endpoint, unread) ?? unread;
        // An error status with a readable answer says more than the status alone.
        if (answer.Status is 429 or >= 500) return AliExpressFaults.Envelope(document.Root) ?? AliExpressFaults.OfStatus(answer.Status, call.Endpoint, null)!;
        return new Reply(document, answer.At == default ? context.Time.GetUtcNow() : answer.At);
    }

    private static Dictionary<string, string> Common(IConnectorContext context) => new()
    {
        [AppKey] = Key(context),
        ["sign_method"] = "sha256",
        ["timestamp"] = context.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
    };

    private static string Key(IConnectorContext context) => context.Settings.GetValueOrDefault(AppKey, "");

    private static string Template(string secret) => $"{{secret:{secret}}}";
}
