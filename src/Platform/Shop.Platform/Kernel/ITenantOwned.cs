namespace Shop.Platform.Kernel;

/// <summary>
/// A row that belongs to one tenant. <see cref="TenantId"/> is stamped when it is added; the database context filters by it on every read and
/// refuses to write another tenant's.
/// </summary>
public interface ITenantOwned
{
    TenantId TenantId { get; }
}
