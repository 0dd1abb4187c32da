namespace Shop.Platform.Tenancy;

public enum TenantStatus
{
    Trial,
    Active,

    /// <summary>The store answers 503; the merchant may still look at everything.</summary>
    Suspended,

    /// <summary>The merchant is leaving: the store is closed, data waits for export and deletion. Final.</summary>
    Leaving,
}
