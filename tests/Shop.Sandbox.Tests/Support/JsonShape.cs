using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shop.Sandbox.Tests.Support;

/// <summary>Compares structure, not values: every property of ours must exist in the real answer with the same JSON kind.</summary>
public static class JsonShape
{
    public static IReadOnlyList<string> Differences(JsonNode? ours, JsonNode? real, string path = "$")
    {
        switch (ours, real)
        {
            case (JsonObject left, JsonObject right):
                return [.. left.SelectMany(pair => right.ContainsKey(pair.Key) ? Differences(pair.Value, right[pair.Key], $"{path}.{pair.Key}") : [$"{path}.{pair.Key}: not in the real answer"])];
            case (JsonArray left, JsonArray right):
                return left.Count == 0 || right.Count == 0 ? [] : [.. left.SelectMany((item, n) => BestOf(item, right, $"{path}[{n}]"))];
            default:
                return Kind(ours) == Kind(real) ? [] : [$"{path}: {Kind(ours)} here, {Kind(real)} in the real answer"];
        }
    }

    // Items of one real list differ in their optional properties; ours must fit one of them.
    private static IReadOnlyList<string> BestOf(JsonNode? item, JsonArray candidates, string path) =>
        candidates.Select(candidate => Differences(item, candidate, path)).MinBy(found => found.Count)!;

    private static string Kind(JsonNode? node) => node is null ? "null" : node.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString(),
    };
}
