using System.Text.Json;
using Shop.Platform.Kernel;

namespace Shop.Platform.MarketResearch.Runs;

/// <summary>Values kept whole in text columns.</summary>
internal static class Json
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, KernelJson.Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, KernelJson.Options)!;
}
