using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shop.Platform.Kernel.Database;

/// <summary>How kernel types are stored, alike on every provider. <see cref="Money"/> is mapped as a complex property by its owner.</summary>
internal static class StoredTypes
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<TenantId>().HaveConversion<TenantIdConverter>();
        foreach (var type in IdentifiedTypes())
            configuration.Properties(typeof(Id<>).MakeGenericType(type)).HaveConversion(typeof(IdConverter<>).MakeGenericType(type));
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configuration.ComplexProperties<Money>();
        configuration.Properties<decimal>().HavePrecision(20, 8);
    }

    private static IEnumerable<Type> IdentifiedTypes() =>
        typeof(StoredTypes).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false })
            .SelectMany(t => t.GetProperties()).Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Id<>)).Select(t => t.GetGenericArguments()[0])
            .Where(t => !t.IsGenericParameter).Distinct();

    private sealed class TenantIdConverter() : ValueConverter<TenantId, Guid>(id => id.Value, value => new TenantId(value));

    private sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));
}
