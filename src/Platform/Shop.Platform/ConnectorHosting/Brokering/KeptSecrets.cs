using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>Takes the fields named by HttpCall.KeepSecrets out of a JSON answer, at whatever depth they stand.</summary>
internal static class KeptSecrets
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body with references in place of the secrets, and the secrets. Null when the body is not JSON.</summary>
    public static (string Body, IReadOnlyDictionary<string, string> Secrets)? Take(string body, IReadOnlyDictionary<string, string> fields)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }

        Dictionary<string, string> kept = new(StringComparer.Ordinal);
        Walk(root, fields, kept);
        return (root?.ToJsonString(Json) ?? "null", kept);
    }

    private static void Walk(JsonNode? node, IReadOnlyDictionary<string, string> fields, Dictionary<string, string> kept)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (JsonNode? item in array)
                    Walk(item, fields, kept);
                break;
            case JsonObject @object:
                foreach ((string name, JsonNode? value) in @object.ToList())
                    Field(@object, name, value, fields, kept);
                break;
        }
    }

    private static void Field(JsonObject parent, string name, JsonNode? value, IReadOnlyDictionary<string, string> fields, Dictionary<string, string> kept)
    {
        if (!fields.TryGetValue(name, out string? secret) || value is not JsonValue)
        {
            Walk(value, fields, kept);
            return;
        }

        string text = value.ToString();
        if (text.Length == 0)
            return;
        kept[secret] = text;
        parent[name] = SecretTemplate.Reference(secret);
    }
}
