using System.Text.Json;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.GoogleTrends.Wire;

/// <summary>Answers begin with a guard line of varying length, then JSON.</summary>
internal static class GuardedJson
{
    public static Answer<JsonElement> Read(string body)
    {
        var lineEnd = body.IndexOf('\n', StringComparison.Ordinal);
        if (!body.StartsWith(")]}'", StringComparison.Ordinal) || lineEnd < 0)
            return LooksLikePage(body)
                ? new Fault(FaultKind.Challenge, "Google Trends shows a page in place of data: open trends.google.com and see what it asks.")
                : Layout.Changed("guard line", "the answer does not begin with it");
        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(lineEnd + 1));
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            return Layout.Changed("body", exception.Message);
        }
    }

    private static bool LooksLikePage(string body) => body.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);
}
