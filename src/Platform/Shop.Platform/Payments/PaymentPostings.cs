using System.Text.Json;
using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>Which accounts a payment and a refund touch. Pure, so that the arithmetic can be tested by itself.</summary>
internal static class PaymentPostings
{
    public static List<(string Account, Money Amount)> Capture(PaymentAttempt attempt, Money captured)
    {
        List<(string, Money)> sides = [(Ledger.StripeBalance, captured)];
        sides.AddRange(Parts(attempt).Select(p => (p.Account, -p.Amount)));
        sides.Add((Ledger.Suspense, attempt.Amount - captured));
        return sides;
    }

    /// <summary>
    /// A refund gives back its share of each tax: the share of everything refunded so far, less what the books already gave back. So several partial
    /// refunds end exactly where one full refund does.
    /// </summary>
    /// <param name="refunded">Refunded in all, this one included.</param>
    /// <param name="booked">Given back before, by account.</param>
    public static List<(string Account, Money Amount)> Refund(PaymentAttempt attempt, Money amount, Money refunded, ILookup<string, Money> booked)
    {
        List<(string Account, Money Amount)> sides = [(Ledger.StripeBalance, -amount)];
        foreach (var (account, tax) in Parts(attempt).Where(p => p.Account.StartsWith(Ledger.TaxPrefix, StringComparison.Ordinal)))
            sides.Add((account, Share(tax, refunded, attempt.Amount) - Money.Sum(booked[account], amount.Currency)));
        sides.Add((Ledger.Refunds, -Money.Sum(sides.Select(s => s.Amount), amount.Currency)));
        return sides;
    }

    private static Money Share(Money tax, Money refunded, Money total) => total.IsZero ? tax : (tax * (refunded.Amount / total.Amount)).Round();

    private static IEnumerable<(string Account, Money Amount)> Parts(PaymentAttempt attempt) =>
        PayableOf(attempt).Lines.GroupBy(l => l.Account).Select(g => (g.Key, Money.Sum(g.Select(l => l.UnitAmount * l.Quantity), attempt.Amount.Currency)));

    public static Payable PayableOf(PaymentAttempt attempt) => JsonSerializer.Deserialize<Payable>(attempt.Request, KernelJson.Options)!;
}
