using System.Text;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>
/// Fills <c>{secret:name}</c>. One pass from left to right: a secret's value is never read as a template again, and <c>{{secret:</c>
/// (written by HttpCall.Literal) becomes the plain text <c>{secret:</c>.
/// </summary>
internal static class SecretTemplate
{
    private const string Marker = "{secret:";

    /// <summary>The filled text, or the name of the first secret that is missing.</summary>
    public static (string? Text, string? Missing) Fill(string template, IReadOnlyDictionary<string, string> secrets)
    {
        if (!template.Contains(Marker, StringComparison.Ordinal))
            return (template, null);

        StringBuilder filled = new();
        int at = 0;
        while (at < template.Length)
        {
            int found = template.IndexOf(Marker, at, StringComparison.Ordinal);
            if (found < 0)
                break;
            bool escaped = found > at && template[found - 1] == '{';
            filled.Append(template, at, found - at - (escaped ? 1 : 0));
            int end = escaped ? -1 : template.IndexOf('}', found);
            if (escaped || end < 0)
            {
                filled.Append(Marker);
                at = found + Marker.Length;
                continue;
            }

            string name = template[(found + Marker.Length)..end];
            if (!secrets.TryGetValue(name, out string? value))
                return (null, name);
            filled.Append(value);
            at = end + 1;
        }

        return (filled.Append(template, at, template.Length - at).ToString(), null);
    }

    /// <summary>The marker a connector sees in place of a secret.</summary>
    public static string Reference(string name) => $"{Marker}{name}}}";

}
