using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Payments;

/// <summary>Books what a supplier order costs, or what came back.</summary>
internal sealed class BookSupplierCost(ShopDb db, Ledger ledger)
{
    /// <summary>Adds to the scope's <c>ShopDb</c> without saving, so that a workflow step commits it with its own change.</summary>
    public async Task BookAsync(Guid orderId, Money cost, string reference, string key, CancellationToken cancellationToken)
    {
        var posting = $"supplier:{key}";
        // Also among what this scope has not saved yet: a step that runs twice in one scope books once.
        if (db.Set<LedgerEntry>().Local.Any(e => e.Posting == posting))
            return;
        await ledger.PostAsync(posting, orderId, reference, [(Ledger.SupplierCost, cost), (Ledger.SupplierPayable, -cost)], cancellationToken);
    }
}
