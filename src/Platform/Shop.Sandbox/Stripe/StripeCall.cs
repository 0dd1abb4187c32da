using System.Text.Json.Nodes;

namespace Shop.Sandbox.Stripe;

/// <summary>One API call after authentication: its form and the address it came in on.</summary>
public sealed record StripeCall(string Operation, JsonObject Form, string Origin, string? IdempotencyKey, string RequestId, string? ApiVersion);
