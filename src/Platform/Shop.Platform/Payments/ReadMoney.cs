using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>The money of one order, read from the ledger alone.</summary>
internal sealed class ReadMoney(Ledger ledger)
{
    public async Task<OrderMoney> ReadAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var entries = await ledger.OfOrderAsync(orderId, cancellationToken);
        var currency = entries.Count == 0 ? "CAD" : entries[0].Amount.Currency;
        Money Sum(Func<LedgerEntry, bool> which) => Money.Sum(entries.Where(which).Select(e => e.Amount), currency);
        return new OrderMoney(
            Sum(e => e.Account == Ledger.StripeBalance && e.Posting.StartsWith("capture:", StringComparison.Ordinal)),
            -Sum(e => e.Account == Ledger.StripeBalance && e.Posting.StartsWith("refund:", StringComparison.Ordinal)),
            Sum(e => e.Account == Ledger.Fees), Sum(e => e.Account == Ledger.SupplierCost),
            [.. entries.Select(e => new LedgerLine(e.At, e.Account, e.Amount, e.What))])
        {
            Tax = -Sum(e => e.Account.StartsWith(Ledger.TaxPrefix, StringComparison.Ordinal)),
        };
    }
}
