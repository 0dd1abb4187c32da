namespace Shop.Platform.Catalog;

public enum ProductState
{
    /// <summary>Being prepared; shoppers do not see it.</summary>
    Draft,
    Published,

    /// <summary>Taken off sale for a reason that is shown with it.</summary>
    Paused,
    Archived,
}

/// <summary>Who took a product off sale: monitoring resumes only what monitoring paused.</summary>
public enum PausedBy
{
    Merchant,
    Monitoring,
}

/// <summary>Fields a merchant can own: once edited, neither re-import nor monitoring changes them by itself.</summary>
[Flags]
public enum ProductFields
{
    None = 0,
    Title = 1,
    Description = 2,
    Price = 4,
    Images = 8,
    Category = 16,
}

/// <summary>Why something is off sale, as stored and shown.</summary>
public static class PauseReasons
{
    public const string SoldOut = "sold out at supplier";
    public const string BelowFloor = "price below floor";
    public const string Gone = "gone";
    public const string Stale = "stale";
    public const string Merchant = "unpublished by merchant";
}
