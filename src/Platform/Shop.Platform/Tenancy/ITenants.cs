using Shop.Platform.Kernel;

namespace Shop.Platform.Tenancy;

/// <summary>What other slices may know about tenants.</summary>
public interface ITenants
{
    /// <summary>The tenant of the current scope.</summary>
    Task<TenantInfo> CurrentAsync(CancellationToken cancellationToken);

    Task<TenantInfo?> FindAsync(TenantId id, CancellationToken cancellationToken);

    /// <summary>Active tenants, for scheduled work.</summary>
    Task<IReadOnlyList<TenantInfo>> ActiveAsync(CancellationToken cancellationToken);
}

/// <param name="Slug">First label of the store's host name.</param>
/// <param name="StoreUrl">Root address of the store; make links with <c>new Uri(StoreUrl, "/path")</c>.</param>
/// <param name="AdminUrl">Root address of the admin portal.</param>
public sealed record TenantInfo(TenantId Id, string Slug, string Name, string Language, string Province, Uri StoreUrl, Uri AdminUrl)
{
    /// <summary>GST/HST and QST registration numbers for receipts; null when the merchant gave none.</summary>
    public string? GstNumber { get; init; }

    public string? QstNumber { get; init; }

    /// <summary>Where the merchant receives mail.</summary>
    public string? ContactEmail { get; init; }

    public TenantStatus Status { get; init; }

    /// <summary>What the merchant decided about spending.</summary>
    public TenantSettings Settings { get; init; } = new();
}
