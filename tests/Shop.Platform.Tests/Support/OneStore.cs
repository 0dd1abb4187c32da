using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Tests.Support;

/// <summary>A store for slices that only ask who the tenant is.</summary>
internal sealed class OneStore(ITenantAccessor tenant) : ITenants
{
    public TenantInfo Info => new(
        tenant.Current ?? default, "nord", "Nord & Söhne <shop>", "fr", "QC", new Uri("http://nord.localhost:5080/"), new Uri("http://admin.localhost:5080/"))
    {
        ContactEmail = "merchant@example.test",
        GstNumber = "123456789 RT0001",
    };

    public Task<TenantInfo> CurrentAsync(CancellationToken cancellationToken) => Task.FromResult(Info);

    public Task<TenantInfo?> FindAsync(TenantId id, CancellationToken cancellationToken) => Task.FromResult<TenantInfo?>(Info);

    public Task<IReadOnlyList<TenantInfo>> ActiveAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TenantInfo>>([Info]);
}
