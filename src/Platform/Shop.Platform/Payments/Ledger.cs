using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Payments;

/// <summary>Double-entry books. Adds postings to the scope's <c>ShopDb</c> without saving, so that they commit with what caused them.</summary>
internal sealed class Ledger(ShopDb db, TimeProvider time, IIdSource ids)
{
    public const string StripeBalance = "stripe-balance";
    public const string Sales = "sales";
    public const string Shipping = "shipping";
    public const string Fees = "fees";
    public const string Refunds = "refunds";
    public const string SupplierCost = "supplier-cost";
    public const string SupplierPayable = "supplier-payable";

    /// <summary>What was captured and does not fit the order: waits for a person.</summary>
    public const string Suspense = "suspense";

    public const string TaxPrefix = "tax-payable:";

    /// <summary>Adds a posting, unless it is there already.</summary>
    /// <exception cref="InvalidOperationException">The sides do not sum to zero.</exception>
    public async Task PostAsync(string posting, Guid orderId, string what, IReadOnlyList<(string Account, Money Amount)> sides, CancellationToken cancellationToken)
    {
        var merged = sides.GroupBy(s => s.Account).Select(g => (Account: g.Key, Amount: Money.Sum(g.Select(s => s.Amount), g.First().Amount.Currency)))
            .Where(s => !s.Amount.IsZero).ToList();
        if (merged.GroupBy(s => s.Amount.Currency).Any(g => g.Sum(s => s.Amount.Amount) != 0m))
            throw new InvalidOperationException($"Posting {posting} does not sum to zero.");
        if (await db.Set<LedgerEntry>().AnyAsync(e => e.Posting == posting, cancellationToken))
            return;
        db.AddRange(merged.Select(side => new LedgerEntry
        {
            Id = ids.New<LedgerEntry>(),
            Posting = posting,
            Account = side.Account,
            Amount = side.Amount,
            OrderId = orderId,
            What = what,
            At = time.GetUtcNow(),
        }));
    }

    public async Task<List<LedgerEntry>> OfOrderAsync(Guid orderId, CancellationToken cancellationToken) =>
        await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.OrderId == orderId).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellationToken);
}
