using System.Globalization;
using System.Text.RegularExpressions;
using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>What AliExpress's error words mean for the platform. A word that is not listed is never read as "not found" or "ok".</summary>
internal static partial class AliExpressFaults
{
    private const string Reconnect = "AliExpress no longer accepts this account's connection. Connect the account again in the supplier settings.";
    private const string Keys = "AliExpress does not accept the app key or app secret. Check both in the supplier settings.";
    private const string Busy = "AliExpress allows this application no more calls for the moment. The work goes on by itself later.";
    private const string Down = "AliExpress could not answer just now. The work is tried again by itself.";

    /// <summary>Words in codes, compared without case; the first hit counts.</summary>
    private static readonly (string Word, FaultKind Kind, string Message)[] Table =
    [
        ("IllegalAccessToken", FaultKind.Unauthorised, Reconnect),
        ("IllegalRefreshToken", FaultKind.Unauthorised, Reconnect),
        ("invalid-session", FaultKind.Unauthorised, Reconnect),
        ("InvalidCode", FaultKind.Unauthorised, "AliExpress did not accept the code of the sign-in: it works once and for 3 minutes. Connect the account again."),
        ("InsufficientPermission", FaultKind.Unauthorised, "Your AliExpress application has not been granted this call. Ask for it in the AliExpress console."),
        ("insufficient-permission", FaultKind.Unauthorised, "Your AliExpress application has not been granted this call. Ask for it in the AliExpress console."),
        ("insufficient-isv-permission", FaultKind.Unauthorised, "Your AliExpress application has not been granted this call. Ask for it in the AliExpress console."),
        ("invalid-authorization", FaultKind.Unauthorised, "AliExpress says that this belongs to another account. Connect the account that placed it."),
        ("IncompleteSignature", FaultKind.Unauthorised, Keys),
        ("invalid-signature", FaultKind.Unauthorised, Keys),
        ("InvalidAppKey", FaultKind.Unauthorised, Keys),
        ("AUTH_TYPE_UNSUPPORTED", FaultKind.Unauthorised, "Your AliExpress application may not sign in this kind of account. Use a buyer account."),
        ("ApiCallLimit", FaultKind.RateLimited, Busy),
        ("AppCallLimit", FaultKind.RateLimited, Busy),
        ("FlowControl", FaultKind.RateLimited, Busy),
        ("call limited", FaultKind.RateLimited, Busy),
        ("call-limited", FaultKind.RateLimited, Busy),
        ("accesscontrol.limited", FaultKind.RateLimited, Busy),
        ("ITEM_ID_NOT_FOUND", FaultKind.NotFound, "AliExpress says that this product does not exist."),
        ("ORDER_NOT_EXIST", FaultKind.NotFound, "AliExpress says that this order does not exist."),
        ("ORDER_NOT_FOUND", FaultKind.NotFound, "AliExpress says that this order does not exist."),
        ("not allowed to this country", FaultKind.NotAvailable, "AliExpress does not sell this product to the destination."),
        ("order-not-exist", FaultKind.NotFound, "AliExpress says that this order does not exist."),
        ("IllegalTimestamp", FaultKind.Unavailable, "AliExpress finds that this server's clock is wrong. Check the clock."),
        ("invalid-parameter", FaultKind.BadInput, "AliExpress refused a value of the request. The log has the details."),
        ("InvalidParameter", FaultKind.BadInput, "AliExpress refused a value of the request. The log has the details."),
        ("missing-parameter", FaultKind.ConnectorBug, "The connector left out a value AliExpress asks for. The connector needs an update."),
        ("MissingParameter", FaultKind.ConnectorBug, "The connector left out a value AliExpress asks for. The connector needs an update."),
        ("InvalidApiPath", FaultKind.Unsupported, "AliExpress no longer offers this call. The connector needs an update."),
        ("invalid-method", FaultKind.Unsupported, "AliExpress no longer offers this call. The connector needs an update."),
        ("ServiceUnavailable", FaultKind.Unavailable, Down),
        ("isp.", FaultKind.Unavailable, Down),
    ];

    /// <summary>The number codes of the older gateway, which the new one still uses in places.</summary>
    private static readonly Dictionary<string, string> Numbers = new()
    {
        ["7"] = "AppCallLimit",
        ["11"] = "InsufficientPermission",
        ["25"] = "IncompleteSignature",
        ["26"] = "invalid-session",
        ["27"] = "invalid-session",
        ["28"] = "InvalidAppKey",
        ["29"] = "InvalidAppKey",
        ["22"] = "invalid-method",
        ["40"] = "MissingParameter",
        ["41"] = "InvalidParameter",
    };

    /// <summary>First layer: an error instead of an answer. Null when the document is no error.</summary>
    public static Fault? Envelope(Node root)
    {
        var error = root["error_response"];
        if (error.Exists) return Of(error);
        var isFlat = root["code"].Exists && root["code"].Words() is not ("0" or "00" or "200") && (root["message"].Exists || root["type"].Exists || root["msg"].Exists);
        return isFlat && !root["result"].Exists && !root["data"].Exists ? Of(root) : null;
    }

    /// <summary>A supplier's code and words as a fault; unknown ones are <see cref="FaultKind.Unavailable"/>, with the words in the log.</summary>
    public static Fault Of(string? code, string? message, string? subCode = null, string? subMessage = null)
    {
        var known = new[] { subCode, code, code is null ? null : Numbers.GetValueOrDefault(code), subMessage, message }
            .SelectMany(words => words is null ? [] : Table.Where(row => words.Contains(row.Word, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault();
        return new Fault(known.Word is null ? FaultKind.Unavailable : known.Kind, known.Message ?? Down)
        {
            Code = subCode ?? code,
            Detail = string.Join(" · ", new[] { code, message, subCode, subMessage }.Where(words => !string.IsNullOrEmpty(words))),
            RetryAfter = known.Kind == FaultKind.RateLimited ? Wait(message ?? subMessage) : null,
        };
    }

    /// <summary>A status that says more than an unreadable body. Null when it does not.</summary>
    public static Fault? OfStatus(int status, string endpoint, Fault? unread) => status switch
    {
        _ when unread?.Kind == FaultKind.Challenge => null,
        // On the API a 404 is a wrong address, not a missing product.
        404 when endpoint == "www" => new Fault(FaultKind.NotFound, "AliExpress says that this page does not exist.") { Code = "404" },
        429 => new Fault(FaultKind.RateLimited, Busy) { Code = "429", Detail = unread?.Detail },
        >= 500 => new Fault(FaultKind.Unavailable, Down) { Code = status.ToString(CultureInfo.InvariantCulture), Detail = unread?.Detail },
        _ => null,
    };

    private static Fault Of(Node error) => Of(
        error["code"].Words(), error["msg"].Words() ?? error["message"].Words(), error["sub_code"].Words(), error["sub_msg"].Words());

    private static TimeSpan? Wait(string? message) =>
        message is not null && Ban().Match(message) is { Success: true } ban
        && int.TryParse(ban.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    [GeneratedRegex(@"(?:last|after|in)\s+(\d{1,6})\s+(?:more\s+)?seconds?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ban();
}
