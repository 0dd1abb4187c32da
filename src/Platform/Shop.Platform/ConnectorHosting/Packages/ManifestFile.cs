using System.Globalization;
using System.Text.Json;

namespace Shop.Platform.ConnectorHosting.Packages;

/// <summary>Reads <c>connector.json</c>.</summary>
internal static class ManifestFile
{
    public const string Name = "connector.json";

    private const double DefaultPace = 2;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="FormatException">The file is not a manifest; the text says why.</exception>
    public static ConnectorManifest Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Lenient);
            return Manifest(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"connector.json is not JSON: {problem.Message}", problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new FormatException($"connector.json has a value of the wrong kind: {problem.Message}", problem);
        }
    }

    private static ConnectorManifest Manifest(JsonElement root)
    {
        if (!root.TryGetProperty("legalBasis", out JsonElement basis) || Text(basis, "kind") is not { } kind)
            throw new FormatException("\"legalBasis\" with its \"kind\" is missing: a connector says on what basis it may run.");
        return new ConnectorManifest(Needed(root, "id"), Text(root, "name") ?? Needed(root, "id"), Needed(root, "version"))
        {
            Assembly = Needed(root, "assembly"),
            Sdk = Text(root, "sdk") ?? "",
            Capabilities = Texts(root, "capabilities"),
            Endpoints = Endpoints(root),
            Settings = Settings(root),
            ImageHosts = Texts(root, "imageHosts"),
            LegalBasis = new LegalBasis(kind, Text(basis, "terms")) { Summary = Text(basis, "summary") },
        };
    }

    private static Dictionary<string, ConnectorEndpoint> Endpoints(JsonElement root) =>
        !root.TryGetProperty("endpoints", out JsonElement endpoints)
            ? []
            : endpoints.EnumerateObject().ToDictionary(
                entry => entry.Name,
                entry => new ConnectorEndpoint(entry.Value.GetString() ?? "", Pace(root, entry.Name)),
                StringComparer.Ordinal);

    private static double Pace(JsonElement root, string endpoint) =>
        root.TryGetProperty("pace", out JsonElement pace) && pace.TryGetProperty(endpoint, out JsonElement own)
            && own.TryGetProperty("minSecondsBetweenRequests", out JsonElement seconds) ? seconds.GetDouble() : DefaultPace;

    private static List<ConnectorSetting> Settings(JsonElement root)
    {
        if (!root.TryGetProperty("settings", out JsonElement schema) || !schema.TryGetProperty("properties", out JsonElement properties))
            return [];
        IReadOnlyList<string> required = Texts(schema, "required");
        return [.. properties.EnumerateObject().Select(property => Setting(property.Name, property.Value, required.Contains(property.Name)))];
    }

    private static ConnectorSetting Setting(string name, JsonElement schema, bool required) => new(name)
    {
        Title = Text(schema, "title") ?? name,
        Help = Text(schema, "description"),
        Type = Text(schema, "type") ?? "string",
        Secret = Flag(schema, "x-secret"),
        Kept = Flag(schema, "x-kept"),
        Required = required,
        Default = Text(schema, "default"),
        Pattern = Text(schema, "pattern"),
        Choices = Texts(schema, "enum"),
        Minimum = Number(schema, "minimum"),
        Maximum = Number(schema, "maximum"),
    };

    private static string Needed(JsonElement parent, string name) =>
        Text(parent, name) is { Length: > 0 } text ? text : throw new FormatException($"\"{name}\" is missing.");

    /// <summary>Scalars as text, as account settings travel.</summary>
    private static string? Text(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    private static IReadOnlyList<string> Texts(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement array) ? [.. array.EnumerateArray().Select(item => item.ToString())] : [];

    private static bool Flag(JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private static decimal? Number(JsonElement parent, string name) =>
        Text(parent, name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}
