using System.Globalization;
using Microsoft.Extensions.Logging;
using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>The broker that talks to the world: allow-list, manners, secrets, one account at a time.</summary>
internal sealed class LiveBroker(EndpointMap endpoints, Pace pace, Robots robots, HttpExchange exchange, IPersonDesk desk, ILogger<LiveBroker> log) : IBroker
{
    public async Task<Answer<HttpAnswer>> SendAsync(CallScope scope, HttpCall call, CancellationToken cancellationToken)
    {
        if (endpoints.Find(scope.Package, call.Endpoint) is not { } endpoint)
            return new Fault(FaultKind.ConnectorBug, "The connector made a request it may not make.") { Detail = $"The manifest has no endpoint {call.Endpoint}." };
        IReadOnlyDictionary<string, string> secrets = await scope.Secrets.ReadAsync(cancellationToken);
        if (RequestFactory.Prepare(call, endpoint, secrets).Failed(out Fault? wrong, out PreparedRequest? request))
            return wrong;
        if ((await robots.RulesAsync(scope, endpoint, cancellationToken)).Failed(out Fault? unread, out RobotsRules? rules))
            return unread;
        if (!rules.Allows(request.Address.PathAndQuery))
            return new Fault(FaultKind.Unsupported, "This site does not allow programs to read this page.") { Code = "robots", Detail = request.Address.AbsolutePath };
        endpoint = endpoint with { Pace = rules.CrawlDelay > endpoint.Pace ? rules.CrawlDelay.Value : endpoint.Pace };
        if ((await pace.EnterAsync(scope, endpoint, cancellationToken)).Failed(out Fault? tooFast, out Turn? turn))
        {
            scope.Trace.SilencedByBroker = true;
            return tooFast;
        }

        scope.Trace.Endpoints.TryAdd(endpoint.Name, true);
        Answer<Exchanged> answer;
        using (turn)
            answer = await exchange.RunAsync(scope, request, call.Unrepeatable, cancellationToken);
        string outcome = answer.Value?.Status.ToString(CultureInfo.InvariantCulture) ?? answer.Fault!.Kind.ToString();
        scope.Trace.Note(Scrubber.Line($"{request.Method} {request.Address.GetLeftPart(UriPartial.Path)} {outcome}", secrets, 300));
        return answer.Failed(out Fault? fault, out Exchanged? received) ? fault : await FinishAsync(scope, call, endpoint, received, cancellationToken);
    }

    public async Task<Answer<string>> SignAsync(CallScope scope, string secretName, string algorithm, string template, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> secrets = await scope.Secrets.ReadAsync(cancellationToken);
        (string? text, string? missing) = SecretTemplate.Fill(template, secrets);
        if (missing is null && !secrets.ContainsKey(secretName))
            missing = secretName;
        if (missing is not null)
            return new Fault(FaultKind.Unauthorised, "The account is not connected or a setting is missing.") { Detail = $"No secret {missing}.", Code = "secret-missing" };
        return Signer.Sign(algorithm, secrets[secretName], text!) is { } signature
            ? signature
            : new Fault(FaultKind.ConnectorBug, "The connector asked for an unknown signature.") { Detail = algorithm };
    }

    public async Task<Answer<string>> AskPersonAsync(CallScope scope, string question, CancellationToken cancellationToken)
    {
        string line = Scrubber.Line(question, await scope.Secrets.ReadAsync(cancellationToken), 500);
        await desk.AskAsync(scope, line, cancellationToken);
        return new Fault(FaultKind.Challenge, "The supplier wants a person to answer. It is in your inbox.") { Detail = line };
    }

    public async Task LogAsync(CallScope scope, string message)
    {
        string line = Scrubber.Line(message, await scope.Secrets.ReadAsync(CancellationToken.None));
        log.LogInformation("Connector {Connector} of {Tenant}: {Line}", scope.Package.Manifest.Id, scope.Tenant, line);
    }

    private async Task<Answer<HttpAnswer>> FinishAsync(
        CallScope scope, HttpCall call, ResolvedEndpoint endpoint, Exchanged received, CancellationToken cancellationToken)
    {
        if (received.Status is 429 || (received.Status == 503 && received.RetryAfter is not null))
        {
            TimeSpan pause = pace.BackOff(scope, endpoint.Name, received.RetryAfter);
            scope.Trace.SilencedByBroker = true;
            if (received.Status == 429)
                return new Fault(FaultKind.RateLimited, "The supplier asked to be left alone for a while.") { RetryAfter = pause, Code = "429" };
        }
        else
        {
            pace.Answered(scope, endpoint.Name);
        }

        string body = received.Body;
        if (call.KeepSecrets.Count > 0)
        {
            if (KeptSecrets.Take(body, call.KeepSecrets) is not { } taken)
                return received.Status >= 500
                    ? new Fault(FaultKind.Unavailable, "The supplier is not available now.") { Detail = $"Status {received.Status}, not JSON." }
                    : new Fault(FaultKind.LayoutChanged, "The supplier answered in another form than expected.") { Detail = $"Status {received.Status}, not JSON." };
            body = taken.Body;
            if (taken.Secrets.Count > 0)
                await scope.Secrets.KeepAsync(taken.Secrets, cancellationToken);
        }

        IReadOnlyDictionary<string, string> secrets = await scope.Secrets.ReadAsync(cancellationToken);
        return new HttpAnswer(received.Status, Scrubber.Scrub(body, secrets), Scrubber.Scrub(received.Address.AbsoluteUri, secrets))
        {
            ContentType = received.ContentType,
            At = received.At,
        };
    }
}
