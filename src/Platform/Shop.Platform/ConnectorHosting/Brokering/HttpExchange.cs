using System.Net;
using Microsoft.Extensions.Logging;
using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>What came back, before secrets are taken out.</summary>
internal sealed record Exchanged(int Status, string Body, Uri Address, string ContentType, DateTimeOffset At)
{
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Sends a request, follows redirects within the allow-list, and repeats what may be repeated.</summary>
internal sealed class HttpExchange(IHttpClientFactory clients, EndpointMap endpoints, RequestFactory requests, TimeProvider time, ILogger<HttpExchange> log)
{
    public const string ClientName = "connectors";
    private const int MaxRedirects = 5;
    private const int MaxRepeats = 2;

    public async Task<Answer<Exchanged>> RunAsync(CallScope scope, PreparedRequest request, bool unrepeatable, CancellationToken cancellationToken)
    {
        if (unrepeatable)
            scope.Trace.UnrepeatableSent = true;
        for (int redirects = 0; ; redirects++)
        {
            Answer<HttpResponseMessage> sent = await SendAsync(scope, request, unrepeatable, cancellationToken);
            if (sent.Failed(out Fault? fault, out HttpResponseMessage? response))
                return fault;
            using (response)
            {
                if (!IsRedirect(response))
                    return await ReadAsync(request, response, cancellationToken);
                if (unrepeatable || redirects == MaxRedirects || Follow(scope, request, response) is not { } next)
                    return new Fault(FaultKind.Unavailable, "The supplier sent us to a place this connector may not go to.")
                    {
                        Code = "redirect-refused",
                        Detail = $"Status {(int)response.StatusCode} to {response.Headers.Location?.OriginalString.Split('?')[0]}",
                    };
                request = next;
            }
        }
    }

    private async Task<Answer<HttpResponseMessage>> SendAsync(CallScope scope, PreparedRequest request, bool unrepeatable, CancellationToken cancellationToken)
    {
        using HttpClient client = clients.CreateClient(ClientName);
        for (int repeat = 0; ; repeat++)
        {
            using HttpRequestMessage message = requests.Message(request, scope);
            try
            {
                return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            }
            catch (HttpRequestException problem) when (problem.InnerException is RefusedAddressException refused)
            {
                log.LogError("Connector {Connector}: {Problem}", scope.Package.Manifest.Id, refused.Message);
                return new Fault(FaultKind.Unavailable, "The supplier's address cannot be used.") { Code = "private-address", Detail = refused.Message };
            }
            catch (HttpRequestException problem) when (!unrepeatable && repeat < MaxRepeats && ConnectionFailed(problem))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 << repeat), time, cancellationToken);
            }
            catch (HttpRequestException problem)
            {
                return new Fault(FaultKind.Unavailable, "The supplier cannot be reached.") { Detail = problem.HttpRequestError.ToString() };
            }
        }
    }

    private async Task<Answer<Exchanged>> ReadAsync(PreparedRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            string? body = await AnswerReader.ReadAsync(response.Content, cancellationToken);
            if (body is null)
                return new Fault(FaultKind.Unavailable, "The supplier's answer is too large.") { Code = "too-large", Detail = $"More than {AnswerReader.MaxBytes} bytes." };
            string type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "";
            return new Exchanged((int)response.StatusCode, body, request.Address, type, time.GetUtcNow()) { RetryAfter = RetryAfter(response) };
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or InvalidDataException)
        {
            return new Fault(FaultKind.Unavailable, "The supplier's answer broke off.") { Detail = problem.Message };
        }
    }

    private PreparedRequest? Follow(CallScope scope, PreparedRequest request, HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location || endpoints.Of(scope.Package, new Uri(request.Address, location)) is not { } endpoint)
            return null;
        bool keepsMethod = response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect || request.Method == HttpMethod.Get;
        if (keepsMethod && request.Body is not null)
            return null;
        return new PreparedRequest(HttpMethod.Get, new Uri(request.Address, location), endpoint)
        {
            // Headers may carry credentials: they stay with the endpoint they were written for.
            Headers = endpoint.Name == request.Endpoint.Name ? request.Headers : new Dictionary<string, string>(),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static bool ConnectionFailed(HttpRequestException problem) =>
        problem.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.NameResolutionError
        || problem.InnerException is IOException;

    private static bool IsRedirect(HttpResponseMessage response) => (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;
}
