using Microsoft.AspNetCore.Identity;

namespace Shop.Platform.Identity;

/// <summary>A person who signs in to the admin portal. Belongs to the platform: one account may be a member of several stores.</summary>
internal sealed class StaffAccount : IdentityUser<Guid>
{
    /// <summary>May see and manage all stores' life cycle; grants nothing inside a store.</summary>
    public bool IsOperator { get; set; }

    /// <summary><c>en</c> or <c>fr</c>.</summary>
    public string Language { get; set; } = "en";

    public DateTimeOffset CreatedAt { get; init; }
}
