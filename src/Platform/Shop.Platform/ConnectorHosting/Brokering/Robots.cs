using System.Collections.Concurrent;
using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>
/// Asks a site's robots file before its pages are read. Official interfaces have a contract of their own and are not asked (the endpoint named
/// <c>api</c>); neither is an address that the operator named, unless he says so.
/// </summary>
internal sealed class Robots(HttpExchange exchange, Pace pace, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan FreshAfterFailure = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <returns>The rules that hold for an endpoint, or the fault that keeps them from being read now.</returns>
    public async Task<Answer<RobotsRules>> RulesAsync(CallScope scope, ResolvedEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (!endpoint.Robots)
            return RobotsRules.AllowAll;
        string site = endpoint.Base.GetLeftPart(UriPartial.Authority);
        if (_known.TryGetValue(site, out var known) && known.Until > time.GetUtcNow())
            return known.Rules;
        PreparedRequest request = new(HttpMethod.Get, new Uri(endpoint.Base, "/robots.txt"), endpoint);
        if ((await pace.EnterAsync(scope, endpoint, cancellationToken)).Failed(out Fault? tooFast, out Turn? turn))
            return tooFast;
        Answer<Exchanged> answer;
        using (turn)
            answer = await exchange.RunAsync(scope, request, unrepeatable: false, cancellationToken);
        (RobotsRules rules, TimeSpan fresh) = Judge(answer);
        _known[site] = (rules, time.GetUtcNow() + fresh);
        return rules;
    }

    /// <summary>Stricter than the RFC in one point: a site that asks for credentials (401, 403) does not want us.</summary>
    private static (RobotsRules Rules, TimeSpan Fresh) Judge(Answer<Exchanged> answer) => answer.Value switch
    {
        { Status: >= 200 and < 300, Body: var text } => (RobotsRules.Parse(text), Fresh),
        { Status: 401 or 403 or 429 } => (RobotsRules.DisallowAll, FreshAfterFailure),
        { Status: >= 400 and < 500 } => (RobotsRules.AllowAll, Fresh),
        _ => (RobotsRules.DisallowAll, FreshAfterFailure),
    };
}
