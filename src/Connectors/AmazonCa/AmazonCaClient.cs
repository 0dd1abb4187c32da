using Shop.Connectors.Sdk;

namespace Shop.Connectors.AmazonCa;

/// <summary>All requests to Amazon.ca.</summary>
internal static class AmazonCaClient
{
    public static async Task<Answer<HttpAnswer>> ReadListAsync(IConnectorContext context, string list, CancellationToken cancellationToken)
    {
        var sent = await context.SendAsync(new HttpCall("www", $"/gp/bestsellers/{list}"), cancellationToken);
        if (sent.Failed(out var fault, out var answer)) return fault;
        return answer.Status switch
        {
            200 => answer,
            404 => new Fault(FaultKind.NotFound, "Amazon.ca has no such best-seller list.") { Code = "404" },
            429 => new Fault(FaultKind.RateLimited, "Amazon.ca asks for a pause.") { Code = "429", RetryAfter = TimeSpan.FromHours(1) },
            403 => Wall("403"),
            // 503 comes with a robot check as well as with real trouble; the page tells.
            503 when RobotCheck.Is(answer.Body) => Wall("503"),
            _ => new Fault(FaultKind.Unavailable, $"Amazon.ca answered with status {answer.Status}.") { Code = $"{answer.Status}" },
        };
    }

    public static Fault Wall(string? code = null) =>
        new(FaultKind.Challenge, "Amazon.ca asks whether a person is looking: open amazon.ca in a browser and answer its check.") { Code = code };
}
