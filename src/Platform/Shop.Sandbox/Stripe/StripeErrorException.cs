using System.Text.Json.Nodes;

namespace Shop.Sandbox.Stripe;

/// <summary>An answer in Stripe's error envelope.</summary>
public sealed class StripeErrorException(int status, string type, string message, string? code = null, string? param = null) : Exception(message)
{
    public int Status => status;

    public string? Code => code;

    public string Type => type;

    public string? DeclineCode { get; init; }

    public JsonObject? PaymentIntent { get; init; }

    public string? Charge { get; init; }

    /// <summary>True once the operation has begun to act: such an answer is kept under its idempotency key.</summary>
    public bool Executed { get; init; }

    public static StripeErrorException Invalid(string message, string? param = null, string? code = null) =>
        new(400, "invalid_request_error", message, code, param);

    public static StripeErrorException Missing(string kind, string id, string param = "id") =>
        new(404, "invalid_request_error", $"No such {kind}: '{id}'", "resource_missing", param);

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["type"] = type, ["message"] = Message };
        if (code is not null)
        {
            error["code"] = code;
            error["doc_url"] = $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}";
        }

        if (DeclineCode is not null) error["decline_code"] = DeclineCode;
        if (param is not null) error["param"] = param;
        if (Charge is not null) error["charge"] = Charge;
        if (PaymentIntent is not null) error["payment_intent"] = PaymentIntent.DeepClone();
        return new JsonObject { ["error"] = error };
    }
}
