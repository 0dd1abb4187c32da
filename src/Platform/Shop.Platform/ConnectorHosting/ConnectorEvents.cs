using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.ConnectorHosting;

/// <summary>A supplier put a question that a person has to answer (CAPTCHA, code); the call ended with a challenge.</summary>
public sealed record ConnectorPersonAsked(string ConnectorId, string Question, DateTimeOffset At) : IEvent;

/// <summary>The supplier no longer accepts the account: the merchant must connect again.</summary>
public sealed record ConnectorAccountLost(string ConnectorId, string Reason, DateTimeOffset At) : IEvent;

/// <summary>A connector failed repeatedly for this tenant and is held back until it is released.</summary>
public sealed record ConnectorQuarantined(string ConnectorId, string Reason, DateTimeOffset At) : IEvent;
