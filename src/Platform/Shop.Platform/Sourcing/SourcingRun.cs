using Shop.Platform.Catalog;
using Shop.Platform.Kernel;

namespace Shop.Platform.Sourcing;

/// <summary>A search at the suppliers whose finds become drafts.</summary>
public sealed class SourcingRun : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<SourcingRun> Id { get; init; }
    /// <summary>Unique in the store: the same key is the same run.</summary>
    public required string Key { get; init; }

    public required string Words { get; init; }

    /// <summary>Why it was asked for, for example by research. Null when a person just did.</summary>
    public string? Why { get; init; }

    /// <summary>Category path the drafts go to. Null leaves it to the offer.</summary>
    public string? Category { get; init; }

    /// <summary>One connector only. Null for all that are connected.</summary>
    public string? ConnectorId { get; init; }

    /// <summary>How many drafts are wanted at most.</summary>
    public int Limit { get; init; }

    /// <summary>Landed goods price in CAD above which an offer is passed over. Null for no limit.</summary>
    public decimal? MaxPrice { get; init; }

    public bool Publish { get; init; }

    /// <summary>Demand score the drafts start with. Null when no research is behind it.</summary>
    public decimal? DemandScore { get; init; }

    public required string Actor { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public RunStatus Status { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What went wrong, in words for the merchant. Null when nothing did.</summary>
    public string? Trouble { get; set; }
}

public enum RunStatus
{
    Searching,
    Importing,
    Done,
    Failed,
}

/// <summary>One offer a run found, and what became of it.</summary>
public sealed class SourcingItem : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<SourcingItem> Id { get; init; }
    public Id<SourcingRun> RunId { get; init; }
    public int Position { get; init; }
    public required string ConnectorId { get; init; }
    public required string ProductKey { get; init; }
    public required string Title { get; init; }
    public ItemStatus Status { get; set; }

    /// <summary>Why it was passed over or failed. Null while waiting and after success.</summary>
    public string? Reason { get; set; }

    public Id<Product>? ProductId { get; set; }
    public int Tries { get; set; }
}

public enum ItemStatus
{
    Waiting,
    Imported,
    Skipped,
    Failed,
}
