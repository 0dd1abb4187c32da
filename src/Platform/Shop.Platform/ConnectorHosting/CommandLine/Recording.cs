using System.Text.Json;
using Shop.Connectors.Sdk;

namespace Shop.Platform.ConnectorHosting.CommandLine;

/// <summary>A stored answer: the body alone, or a recording with status and address around it.</summary>
internal static class Recording
{
    public static HttpAnswer Read(string file, TimeProvider time)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read: {problem.Message}");
        }

        return Unwrap(text) is { } recorded
            ? recorded with { At = time.GetUtcNow() }
            : new HttpAnswer(200, text, "") { ContentType = TypeOf(text), At = time.GetUtcNow() };
    }

    private static HttpAnswer? Unwrap(string text)
    {
        if (TypeOf(text) != "application/json")
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("body", out JsonElement body) || !root.TryGetProperty("status", out JsonElement status)
                || status.ValueKind != JsonValueKind.Number)
                return null;
            string content = body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText();
            string address = root.TryGetProperty("address", out JsonElement from) && from.ValueKind == JsonValueKind.String ? from.GetString()! : "";
            return new HttpAnswer(status.GetInt32(), content, address) { ContentType = TypeOf(content) };
        }
        catch (JsonException)
        {
            // Half an answer is still an answer: the connector has to say what it is.
            return null;
        }
    }

    private static string TypeOf(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..] ? "application/json" : "text/html";
}
