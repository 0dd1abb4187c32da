using System.Text.Json.Nodes;

namespace Shop.Platform.Workflows.Interpreter;

/// <summary>Reads <c>step.field.field</c> from an instance's data.</summary>
internal static class DataPath
{
    public static JsonNode? Read(JsonObject data, string path)
    {
        JsonNode? node = data;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            node = (node as JsonObject)?[name];
        return path.Length == 0 ? null : node;
    }
}
