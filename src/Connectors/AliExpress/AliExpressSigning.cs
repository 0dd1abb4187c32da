using System.Text;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>The text AliExpress signs over. Pure: the key stays with the broker, and the text may hold secret templates.</summary>
internal static class AliExpressSigning
{
    public const string Algorithm = "HMAC-SHA256";

    /// <summary>
    /// Name and value of every parameter, sorted by name in ASCII order, with nothing between; empty ones and <c>sign</c> left out.
    /// System calls put their path in front; business calls carry <c>method</c> as a parameter instead.
    /// </summary>
    /// <param name="path">Path of a system call; empty for a business call.</param>
    /// <param name="parameters">Raw values (not URL-encoded), already safe as templates.</param>
    public static string Text(string path, IReadOnlyDictionary<string, string> parameters)
    {
        var text = new StringBuilder(path);
        foreach (var (name, value) in parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (name.Length > 0 && value.Length > 0 && name != "sign") text.Append(name).Append(value);
        }

        return text.ToString();
    }

    /// <summary>Parameters as they are sent: outside text made literal, empty ones left out.</summary>
    public static Dictionary<string, string> Safe(IEnumerable<KeyValuePair<string, string>> parameters) =>
        parameters.Where(p => p.Value.Length > 0).ToDictionary(p => p.Key, p => HttpCall.Literal(p.Value), StringComparer.Ordinal);
}
