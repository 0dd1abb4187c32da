using System.Text.Json;
using Shop.Connectors.GoogleTrends.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.GoogleTrends;

/// <summary>All requests to Google Trends.</summary>
internal static class GoogleTrendsClient
{
    // Eastern standard time, in minutes behind UTC: only moves the borders of the span.
    private const string TimeZone = "300";
    private static readonly TimeSpan Rest = TimeSpan.FromHours(6);

    public static Task<Answer<JsonElement>> ExploreAsync(
        IConnectorContext context, IReadOnlyList<string> terms, Market market, CancellationToken cancellationToken)
    {
        var request = JsonSerializer.Serialize(new
        {
            comparisonItem = terms.Select(term => new { keyword = term, time = "today 5-y", geo = market.Country }),
            category = 0,
            property = "",
        });
        var call = new HttpCall("trends", "/trends/api/explore") { Method = "POST", Query = Query(market, request) };
        return SendAsync(context, call, cancellationToken);
    }

    public static Task<Answer<JsonElement>> MultilineAsync(IConnectorContext context, Widget widget, Market market, CancellationToken cancellationToken)
    {
        var query = Query(market, widget.Request);
        query["token"] = HttpCall.Literal(widget.Token);
        return SendAsync(context, new HttpCall("trends", "/trends/api/widgetdata/multiline") { Query = query }, cancellationToken);
    }

    private static Dictionary<string, string> Query(Market market, string request) => new()
    {
        ["hl"] = $"{market.Language}-{market.Country}",
        ["tz"] = TimeZone,
        ["req"] = HttpCall.Literal(request),
    };

    private static async Task<Answer<JsonElement>> SendAsync(IConnectorContext context, HttpCall call, CancellationToken cancellationToken)
    {
        var sent = await context.SendAsync(call, cancellationToken);
        if (sent.Failed(out var fault, out var answer)) return fault;
        return Refusal(answer.Status) is { } refusal ? refusal : GuardedJson.Read(answer.Body);
    }

    private static Fault? Refusal(int status) => status switch
    {
        200 => null,
        429 => new Fault(FaultKind.RateLimited, "Google Trends asks for a pause. It is asked again in some hours.") { RetryAfter = Rest, Code = "429" },
        400 or 401 => new Fault(FaultKind.Unavailable, "Google Trends no longer accepts the token of this reading. It is read anew later.") { Code = $"{status}" },
        _ => new Fault(FaultKind.Unavailable, $"Google Trends refused with status {status}.") { Code = $"{status}" },
    };
}
