using System.Security.Cryptography;
using System.Text;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>Keyed signatures as the suppliers' platforms define them.</summary>
internal static class Signer
{
    /// <summary>Upper-case hexadecimal; null when the algorithm is not known.</summary>
    public static string? Sign(string algorithm, string key, string text)
    {
        byte[] keyBytes = Encoding.UTF8.GetBytes(key);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5350, CA5351 // The suppliers prescribe these; they prove possession of the key, nothing of ours rests on them.
        byte[]? signature = algorithm switch
        {
            "HMAC-SHA256" => HMACSHA256.HashData(keyBytes, bytes),
            "HMAC-SHA1" => HMACSHA1.HashData(keyBytes, bytes),
            "HMAC-MD5" => HMACMD5.HashData(keyBytes, bytes),
            _ => null,
        };
#pragma warning restore CA5350, CA5351
        return signature is null ? null : Convert.ToHexString(signature);
    }
}
