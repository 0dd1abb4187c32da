using Shop.Platform.Kernel;

namespace Shop.Platform.Payments;

/// <summary>What the slice offers, each done by its use case.</summary>
internal sealed class StripePayments(
    StartCheckout checkout, RefundPayment refunds, ReconcilePayments reconcile, BookSupplierCost costs, ReadMoney money, VerifyLedger verify) : IPayments
{
    public Task<Outcome<Uri>> StartCheckoutAsync(Payable payable, CancellationToken cancellationToken) => checkout.StartAsync(payable, cancellationToken);

    public Task ConfirmAsync(Guid orderId, CancellationToken cancellationToken) => reconcile.CheckOrderAsync(orderId, cancellationToken);

    public Task AbandonAsync(Guid orderId, CancellationToken cancellationToken) => reconcile.CloseOrderAsync(orderId, cancellationToken);

    public Task<Outcome<RefundReceipt>> RefundAsync(Guid orderId, Money amount, string reason, string key, CancellationToken cancellationToken) =>
        refunds.RefundAsync(orderId, amount, reason, key, cancellationToken);

    public Task BookSupplierCostAsync(Guid orderId, Money cost, string reference, string key, CancellationToken cancellationToken) =>
        costs.BookAsync(orderId, cost, reference, key, cancellationToken);

    public Task<OrderMoney> MoneyAsync(Guid orderId, CancellationToken cancellationToken) => money.ReadAsync(orderId, cancellationToken);

    public Task<IReadOnlyList<string>> VerifyLedgerAsync(CancellationToken cancellationToken) => verify.VerifyAsync(cancellationToken);
}
