using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>One side of a posting. Never changed, never deleted; a mistake is put right by another posting.</summary>
internal sealed class LedgerEntry : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<LedgerEntry> Id { get; init; }

    /// <summary>Names the posting; unique with the account, so that the same event cannot be posted twice.</summary>
    public required string Posting { get; init; }

    public required string Account { get; init; }

    /// <summary>Positive: debit. The amounts of a posting sum to zero.</summary>
    public Money Amount { get; init; }

    public Guid OrderId { get; init; }
    public required string What { get; init; }
    public DateTimeOffset At { get; init; }
}
