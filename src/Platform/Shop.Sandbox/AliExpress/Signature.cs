using System.Security.Cryptography;
using System.Text;

namespace Shop.Sandbox.AliExpress;

/// <summary>The platform's request signature: HMAC-SHA256 over the sorted parameters, upper-case hexadecimal.</summary>
public static class Signature
{
    /// <param name="path">Only for system calls, for example <c>/auth/token/create</c>; business calls sign nothing in front.</param>
    public static string Of(IEnumerable<KeyValuePair<string, string>> parameters, string secret, string path = "")
    {
        var text = new StringBuilder(path);
        foreach (var (name, value) in parameters
            .Where(pair => pair.Key.Length > 0 && pair.Value.Length > 0 && pair.Key != "sign")
            .OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(value);
        }

        return Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static bool Holds(IReadOnlyDictionary<string, string> parameters, string secret, string path = "") =>
        parameters.TryGetValue("sign", out var given)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(parameters, secret, path)), Encoding.ASCII.GetBytes(given));
}
