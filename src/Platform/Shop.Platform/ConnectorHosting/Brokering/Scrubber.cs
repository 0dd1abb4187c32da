using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>Takes known secret values out of text, also where they stand JSON-escaped or percent-encoded.</summary>
internal static class Scrubber
{
    /// <summary>Shorter values would tear holes into ordinary text; no supplier issues such secrets.</summary>
    private const int Shortest = 6;

    public static string Scrub(string text, IReadOnlyDictionary<string, string> secrets)
    {
        foreach ((string name, string value) in secrets.Where(secret => secret.Value.Length >= Shortest).OrderByDescending(secret => secret.Value.Length))
        {
            foreach (string form in Forms(value))
                text = text.Replace(form, SecretTemplate.Reference(name), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>One line for a log: control characters shown as escapes, so that nobody can fake a second line.</summary>
    public static string Line(string text, IReadOnlyDictionary<string, string> secrets, int longest = 1000)
    {
        string scrubbed = Scrub(text, secrets);
        scrubbed = string.Concat(scrubbed.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? $"\\u{(int)c:x4}" : c.ToString()));
        return scrubbed.Length <= longest ? scrubbed : scrubbed[..longest] + "…";
    }

    private static IEnumerable<string> Forms(string value) => new[]
    {
        value,
        JsonEncodedText.Encode(value, JavaScriptEncoder.Default).Value,
        JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value,
        Uri.EscapeDataString(value),
        System.Net.WebUtility.UrlEncode(value),
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(value)),
    }.Distinct(StringComparer.Ordinal);
}
