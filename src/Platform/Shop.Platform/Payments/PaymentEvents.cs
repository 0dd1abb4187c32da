using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Payments;

/// <summary>Stripe holds the shopper's money.</summary>
public sealed record PaymentCaptured(Guid OrderId, Money Amount, string PaymentIntentId) : IEvent;

/// <summary>A payment attempt failed; the shopper may try again.</summary>
public sealed record PaymentFailed(Guid OrderId, string Reason) : IEvent;

/// <summary>The checkout session ended without payment.</summary>
public sealed record CheckoutExpired(Guid OrderId) : IEvent;

/// <summary>Money went back to the shopper.</summary>
public sealed record RefundSettled(Guid OrderId, Money Amount, string RefundId) : IEvent;
