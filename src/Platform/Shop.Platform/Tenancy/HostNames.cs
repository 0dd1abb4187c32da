using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Shop.Platform.Tenancy;

/// <summary>What a host name stands for.</summary>
public enum HostKind
{
    /// <summary>None of ours.</summary>
    Unknown,
    Platform,
    Admin,
    Store,
}

/// <param name="Slug">The store's, when <paramref name="Kind"/> is a store; it need not exist.</param>
public readonly record struct HostAddress(HostKind Kind, string? Slug);

/// <summary>Reads host names and makes addresses. The only place that knows how they are built.</summary>
public sealed class HostNames(IOptions<TenancyOptions> options)
{
    internal const string AdminLabel = "admin";
    private readonly string _base = Normal(options.Value.BaseHost);

    public Uri PlatformUrl { get; } = Address(options.Value, "");

    public Uri AdminUrl { get; } = Address(options.Value, AdminLabel + ".");

    public Uri StoreUrl(string slug) => Address(options.Value, slug + ".");

    /// <summary>Case and one closing dot do not matter, the port is not looked at: it chooses no tenant.</summary>
    public HostAddress Read(HostString host)
    {
        var name = Normal(host.Host);
        if (name == _base)
            return new(HostKind.Platform, null);
        if (name.Length <= _base.Length + 1 || !name.EndsWith("." + _base, StringComparison.Ordinal))
            return default;
        var label = name[..^(_base.Length + 1)];
        if (label == AdminLabel)
            return new(HostKind.Admin, null);
        return Slugs.WellFormed(label) ? new(HostKind.Store, label) : default;
    }

    private static string Normal(string host)
    {
        var name = host.ToLowerInvariant();
        return name.EndsWith('.') ? name[..^1] : name;
    }

    private static Uri Address(TenancyOptions options, string prefix) =>
        new($"{options.Scheme}://{prefix}{Normal(options.BaseHost)}{(options.Port is { } port ? $":{port}" : "")}");
}
