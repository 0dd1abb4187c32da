using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Platform.Kernel.Database;

/// <summary>Values stored whole as JSON text, alike on every provider: never searched or compared in SQL.</summary>
public static class JsonColumns
{
    /// <summary>Stores the property as JSON text. Replace the value to change it.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) where T : class?
    {
        property.HasConversion(value => Write(value), text => Read<T>(text));
        property.Metadata.SetValueComparer(new ValueComparer<T>(
            (a, b) => Write(a) == Write(b), value => StringComparer.Ordinal.GetHashCode(Write(value)), value => Read<T>(Write(value))));
        return property;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, KernelJson.Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, KernelJson.Options)!;
}
