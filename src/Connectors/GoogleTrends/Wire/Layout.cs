using System.Text.Json;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.GoogleTrends.Wire;

/// <summary>Access to parts of an answer that may be missing or of another kind.</summary>
internal static class Layout
{
    public static Fault Changed(string field, string problem) => new(
        FaultKind.LayoutChanged, "Google Trends answered in a form this connector does not know. Nothing was taken from it.")
    {
        Field = field,
        Detail = $"{field}: {problem}",
    };

    public static JsonElement? Part(this JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;

    public static string? Text(this JsonElement parent, string name) => parent.Part(name, JsonValueKind.String)?.GetString();

    public static bool True(this JsonElement parent, string name) => parent.Part(name, JsonValueKind.True) is not null;

    public static JsonElement? At(this JsonElement? array, int index) =>
        array is { } list && index < list.GetArrayLength() ? list[index] : null;
}
