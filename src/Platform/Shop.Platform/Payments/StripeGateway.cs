using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shop.Platform.Kernel;
using Stripe;

namespace Shop.Platform.Payments;

/// <summary>The one way to Stripe. A refusal (nothing was done) and an unknown outcome (it may have been done) are kept apart.</summary>
internal sealed class StripeGateway(IHttpClientFactory clients, IOptions<StripeOptions> options, ILogger<StripeGateway> log)
{
    internal const string HttpClientName = "stripe";

    public bool IsSetUp => !string.IsNullOrEmpty(options.Value.SecretKey);

    /// <returns>
    /// The answer; a problem of kind Conflict when Stripe refused, of kind Unavailable when nobody knows (then repeat with the same key).
    /// </returns>
    public async Task<Outcome<T>> CallAsync<T>(Func<IStripeClient, Task<T>> call, CancellationToken cancellationToken)
    {
        if (!IsSetUp)
            return Problem.Unavailable("stripe.not-set-up", "Payments are not set up for this store yet.");
        try
        {
            return await call(NewClient());
        }
        catch (StripeException exception) when (IsRefusal(exception.HttpStatusCode))
        {
            log.LogWarning("Stripe refused: {Code} {Message}", exception.StripeError?.Code, exception.Message);
            return Problem.Conflict("stripe.refused", $"Stripe refused this: {exception.StripeError?.Message ?? exception.Message}");
        }
        catch (Exception exception) when (exception is StripeException or HttpRequestException or TaskCanceledException or IOException && !cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(exception, "Stripe did not answer");
            return Problem.Unavailable("stripe.unavailable", "The payment service does not answer. Please try again in a moment.");
        }
    }

    public static RequestOptions Once(string key) => new() { IdempotencyKey = key };

    private StripeClient NewClient()
    {
        var http = new SystemNetHttpClient(clients.CreateClient(HttpClientName), maxNetworkRetries: 2, appInfo: null, enableTelemetry: false);
        return new StripeClient(options.Value.SecretKey, httpClient: http, apiBase: options.Value.ApiBase.TrimEnd('/'));
    }

    /// <summary>409 is a request under the same key still running, 429 a limit: both say nothing about the outcome.</summary>
    private static bool IsRefusal(HttpStatusCode status) => (int)status is >= 400 and < 500 and not 409 and not 429;
}
