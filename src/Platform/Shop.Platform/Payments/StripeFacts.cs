using System.Text.Json;
using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>What a webhook says, as far as it matters here.</summary>
internal abstract record StripeFact
{
    public sealed record Captured(string? Attempt, string PaymentIntentId, Money Amount) : StripeFact;

    public sealed record Expired(string? Attempt) : StripeFact;

    public sealed record Failed(string? Attempt, string Reason) : StripeFact;

    public sealed record RefundChanged(string? Refund, string StripeId, string? PaymentIntentId, Money Amount, RefundStatus Status, string Reason) : StripeFact;
}

/// <summary>
/// Reads stored events. Reads the JSON itself instead of the library's types: events carry the API version of the account, and fields and values
/// newer than the library must never make one unreadable.
/// </summary>
internal static class StripeFacts
{
    /// <summary>Null when the event means nothing here.</summary>
    public static StripeFact? Read(string type, JsonElement thing) => type switch
    {
        "checkout.session.completed" or "checkout.session.async_payment_succeeded" when Text(thing, "payment_status") == "paid" && Text(thing, "payment_intent") is { } intent =>
            new StripeFact.Captured(AttemptOf(thing), intent, Amount(thing, "amount_total")),
        "checkout.session.async_payment_failed" => new StripeFact.Failed(AttemptOf(thing), "The bank did not pay."),
        "checkout.session.expired" => new StripeFact.Expired(AttemptOf(thing)),
        "payment_intent.succeeded" => new StripeFact.Captured(AttemptOf(thing), Text(thing, "id")!, Amount(thing, "amount_received")),
        "payment_intent.payment_failed" => new StripeFact.Failed(AttemptOf(thing), ReasonOf(thing)),
        _ when Text(thing, "object") == "refund" => RefundOf(thing),
        _ => null,
    };

    /// <summary>The tenant an object was made for. Null when it does not say.</summary>
    public static string? TenantOf(JsonElement thing) => Metadata(thing, CheckoutSessions.TenantKey);

    private static StripeFact.RefundChanged RefundOf(JsonElement refund) => new(
        Metadata(refund, CheckoutSessions.RefundKey), Text(refund, "id")!, Text(refund, "payment_intent"), Amount(refund, "amount"),
        SettleRefund.StatusOf(Text(refund, "status")), Metadata(refund, "reason") ?? Text(refund, "reason") ?? "made at Stripe");

    private static string? AttemptOf(JsonElement thing) => Metadata(thing, CheckoutSessions.AttemptKey);

    private static string ReasonOf(JsonElement intent) =>
        intent.TryGetProperty("last_payment_error", out var error) && error.ValueKind == JsonValueKind.Object && Text(error, "message") is { } message
            ? message : "The card was declined.";

    private static Money Amount(JsonElement thing, string name) =>
        Money.FromMinor(thing.GetProperty(name).GetInt64(), Text(thing, "currency")!.ToUpperInvariant());

    private static string? Metadata(JsonElement thing, string name) =>
        thing.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object ? Text(metadata, name) : null;

    /// <summary>An expanded reference is an object with an id.</summary>
    private static string? Text(JsonElement thing, string name) => !thing.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => Text(value, "id"),
        _ => null,
    };
}
