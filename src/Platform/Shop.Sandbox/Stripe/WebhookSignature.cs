using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shop.Sandbox.Stripe;

/// <summary>The Stripe-Signature header: HMAC-SHA256 over time, dot and body.</summary>
public static class WebhookSignature
{
    public static string Header(string secret, long time, string body)
    {
        var signed = time.ToString(CultureInfo.InvariantCulture) + "." + body;
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed));
        return $"t={time.ToString(CultureInfo.InvariantCulture)},v1={Convert.ToHexStringLower(hash)}";
    }
}
