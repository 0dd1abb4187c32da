using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>Takes and gives back shoppers' money through Stripe, and keeps the double-entry ledger.</summary>
public interface IPayments
{
    /// <summary>Opens a Stripe Checkout session for an order; the same order and amount give the same session.</summary>
    /// <returns>Address of the hosted payment page.</returns>
    Task<Outcome<Uri>> StartCheckoutAsync(Payable payable, CancellationToken cancellationToken);

    /// <summary>Asks Stripe how the order's payment stands, for the page the shopper returns to and where a webhook may be lost.</summary>
    Task ConfirmAsync(Guid orderId, CancellationToken cancellationToken);

    /// <summary>Closes the order's open payment page, so that it cannot be paid any more. A payment made meanwhile is still recorded.</summary>
    Task AbandonAsync(Guid orderId, CancellationToken cancellationToken);

    /// <summary>Gives back all or part of what was captured; more than the rest is refused. The key makes a repeat the same refund.</summary>
    Task<Outcome<RefundReceipt>> RefundAsync(Guid orderId, Money amount, string reason, string key, CancellationToken cancellationToken);

    /// <summary>Books what a supplier order costs (or, negative, what came back). The key makes a repeat the same booking. Changes the scope's <c>ShopDb</c> without saving.</summary>
    Task BookSupplierCostAsync(Guid orderId, Money cost, string reference, string key, CancellationToken cancellationToken);

    /// <summary>The money of one order: captured, refunded, fees, supplier cost, and the ledger lines behind them.</summary>
    Task<OrderMoney> MoneyAsync(Guid orderId, CancellationToken cancellationToken);

    /// <summary>Checks the tenant's books: every posting sums to zero, and payments and refunds agree with the ledger.</summary>
    /// <returns>What is wrong, one sentence each. Empty when all is well.</returns>
    Task<IReadOnlyList<string>> VerifyLedgerAsync(CancellationToken cancellationToken);
}

/// <param name="Lines">What the hosted page shows; their sum is the amount.</param>
public sealed record Payable(
    Guid OrderId, string OrderNumber, string Email, IReadOnlyList<PayableLine> Lines, Uri SuccessUrl, Uri CancelUrl, string Language);

public sealed record PayableLine(string Name, Money UnitAmount, int Quantity)
{
    /// <summary>Ledger account the line's amount belongs to: <c>sales</c>, <c>shipping</c> or <c>tax-payable:{kind}</c>.</summary>
    public string Account { get; init; } = "sales";
}

/// <param name="Status"><c>pending</c>, <c>succeeded</c> or <c>failed</c>.</param>
public sealed record RefundReceipt(string RefundId, Money Amount, string Status);

public sealed record OrderMoney(Money Captured, Money Refunded, Money Fees, Money SupplierCost, IReadOnlyList<LedgerLine> Ledger)
{
    /// <summary>Sales tax collected and not given back: it belongs to the revenue agencies.</summary>
    public Money Tax { get; init; } = Money.Cad(0m);

    public Money Profit => Captured - Refunded - Tax - Fees - SupplierCost;
}

public sealed record LedgerLine(DateTimeOffset At, string Account, Money Amount, string What);
