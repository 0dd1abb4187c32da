using Shop.Platform.Kernel;

namespace Shop.Platform.Identity;

/// <summary>What an account may do in a store.</summary>
internal sealed class Membership : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Guid AccountId { get; init; }
    public StaffRole Role { get; set; }
    public DateTimeOffset Since { get; init; }
}
