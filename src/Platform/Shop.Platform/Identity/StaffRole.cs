namespace Shop.Platform.Identity;

/// <summary>Role of a member in one store; <see cref="Permissions"/> says what each may do.</summary>
public enum StaffRole
{
    /// <summary>Everything, and the only one who decides about members.</summary>
    Owner,
    Admin,
    Catalogue,
    Orders,
    Support,
    Finance,
    ReadOnly,
}
