namespace Shop.Platform.Payments;

/// <summary>Configuration section <c>Stripe</c>.</summary>
public sealed class StripeOptions
{
    /// <summary>Root of the API without trailing slash. Stripe's own unless told.</summary>
    public string ApiBase { get; set; } = "https://api.stripe.com";

    /// <summary>Secret key. Without one nothing can be paid, and checkout says so.</summary>
    public string? SecretKey { get; set; }

    /// <summary>
    /// Signing secrets of webhook endpoints that were registered by hand, separated by commas (several while one is being replaced). Without any, the
    /// platform registers an endpoint for each store itself.
    /// </summary>
    public string? WebhookSecret { get; set; }

    internal IReadOnlyList<string> WebhookSecrets =>
        (WebhookSecret ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
