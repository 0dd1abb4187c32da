using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Shop.Platform.Kernel;

/// <summary>Whose data it is. First in every key of tenant-owned rows.</summary>
public readonly record struct TenantId(Guid Value) : IParsable<TenantId>
{
    public override string ToString() => Value.ToString("N", CultureInfo.InvariantCulture);

    public static TenantId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TenantId result)
    {
        var parsed = Guid.TryParse(s, provider, out var guid);
        result = new(guid);
        return parsed;
    }
}
