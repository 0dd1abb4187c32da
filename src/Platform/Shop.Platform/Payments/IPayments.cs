using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>Takes and gives back shoppers' money through Stripe, and keeps the double-entry ledger.</summary>
public interface IPayments
{
    /// <summary>Opens a Stripe Checkout session for an order; the same order and amount give the same session.</summary>
    /// <returns>Address of the hosted payment page.</returns>
    Task<Outcome<Uri>> StartCheckoutAsync(Payable payable, CancellationToken cancellationToken);

    /// <summary>Gives back all or part of what was captured; more than the rest is refused. The key makes a repeat the same refund.</summary>
    Task<Outcome<RefundReceipt>> RefundAsync(Guid orderId, Money amount, string reason, string key, CancellationToken cancellationToken);

    /// <summary>Books what a supplier order costs (or, negative, what came back). The key makes a repeat the same booking.</summary>
    Task BookSupplierCostAsync(Guid orderId, Money cost, string reference, string key, CancellationToken cancellationToken);

    /// <summary>The money of one order: captured, refunded, fees, supplier cost, and the ledger lines behind them.</summary>
    Task<OrderMoney> MoneyAsync(Guid orderId, CancellationToken cancellationToken);
}

/// <param name="Lines">What the hosted page shows; their sum is the amount.</param>
public sealed record Payable(
    Guid OrderId, string OrderNumber, string Email, IReadOnlyList<PayableLine> Lines, Uri SuccessUrl, Uri CancelUrl, string Language);

public sealed record PayableLine(string Name, Money UnitAmount, int Quantity);

public sealed record RefundReceipt(string RefundId, Money Amount, string Status);

public sealed record OrderMoney(Money Captured, Money Refunded, Money Fees, Money SupplierCost, IReadOnlyList<LedgerLine> Ledger)
{
    public Money Profit => Captured - Refunded - Fees - SupplierCost;
}

public sealed record LedgerLine(DateTimeOffset At, string Account, Money Amount, string What);
