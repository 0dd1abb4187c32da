using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>What a request is made of after templates are filled; kept apart from the message because a repeat needs a new message.</summary>
internal sealed record PreparedRequest(HttpMethod Method, Uri Address, ResolvedEndpoint Endpoint)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? Body { get; init; }

    public string? ContentType { get; init; }
}

/// <summary>Turns a connector's call into a request, or says what is wrong with it.</summary>
internal sealed class RequestFactory(ConnectorOptions options)
{
    private static readonly string[] Refused =
    [
        "Host", "Cookie", "User-Agent", "Connection", "Content-Length", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect",
        "Proxy-Authorization", "Proxy-Connection", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP",
    ];

    public static Answer<PreparedRequest> Prepare(HttpCall call, ResolvedEndpoint endpoint, IReadOnlyDictionary<string, string> secrets)
    {
        Filler filler = new(secrets);
        Dictionary<string, string> query = filler.All(call.Query), headers = filler.All(call.Headers);
        string? form = call.Form is null ? null : Encode(filler.All(call.Form));
        string? body = form ?? (call.Body is null ? null : filler.One(call.Body));
        if (filler.Missing is { } missing)
            return new Fault(FaultKind.Unauthorised, "The account is not connected or a setting is missing.") { Detail = $"No secret {missing}.", Code = "secret-missing" };
        if (EndpointMap.Join(endpoint, call.Path, query) is not { } address)
            return Bug($"The path {call.Path} does not lie below the endpoint {endpoint.Name}.");
        if (headers.FirstOrDefault(IsRefused) is { Key: not null } bad)
            return Bug($"The header {bad.Key} belongs to the broker.");
        string method = body is not null && call.Method == "GET" ? "POST" : call.Method;
        if (method is not ("GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE"))
            return Bug($"The method {method} is not allowed.");
        return new PreparedRequest(new HttpMethod(method), address, endpoint)
        {
            Headers = headers,
            Body = body,
            ContentType = form is not null ? "application/x-www-form-urlencoded" : call.ContentType,
        };
    }

    public HttpRequestMessage Message(PreparedRequest request, CallScope scope)
    {
        HttpRequestMessage message = new(request.Method, request.Address);
        message.Options.Set(GuardedConnection.OperatorsOwn, request.Endpoint.Overridden);
        message.Headers.TryAddWithoutValidation("User-Agent", $"ShopConnector/{Version} (+{options.Contact})");
        if (scope.Market is { } market)
            message.Headers.TryAddWithoutValidation("Accept-Language", Languages(market));
        if (request.Body is not null)
            message.Content = new StringContent(request.Body, Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(request.ContentType!) } };
        foreach ((string name, string value) in request.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static string Version { get; } = typeof(RequestFactory).Assembly.GetName().Version?.ToString(3) ?? "0";

    private static string Languages(Market market) =>
        string.Create(CultureInfo.InvariantCulture, $"{market.Language}-{market.Country},{market.Language};q=0.9,en;q=0.5");

    private static string Encode(Dictionary<string, string> form) =>
        string.Join('&', form.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    private static bool IsRefused(KeyValuePair<string, string> header) =>
        Refused.Contains(header.Key, StringComparer.OrdinalIgnoreCase) || header.Key.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase)
        || header.Value.AsSpan().ContainsAny('\r', '\n') || header.Key.AsSpan().ContainsAny("\r\n: ");

    private static Fault Bug(string detail) => new(FaultKind.ConnectorBug, "The connector made a request it may not make.") { Detail = detail };

    private sealed class Filler(IReadOnlyDictionary<string, string> secrets)
    {
        public string? Missing { get; private set; }

        public string One(string template)
        {
            (string? text, string? missing) = SecretTemplate.Fill(template, secrets);
            Missing ??= missing;
            return text ?? "";
        }

        public Dictionary<string, string> All(IReadOnlyDictionary<string, string> templates) =>
            templates.ToDictionary(pair => pair.Key, pair => One(pair.Value), StringComparer.Ordinal);
    }
}
