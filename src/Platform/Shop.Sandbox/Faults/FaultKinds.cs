namespace Shop.Sandbox.Faults;

/// <summary>The faults the parties understand, with what each one does.</summary>
public static class FaultKinds
{
    public const string Delay = "delay";
    public const string DropAfterAccept = "dropAfterAccept";
    public const string Error500AfterPlacing = "error500AfterPlacing";
    public const string Error500 = "error500";
    public const string Duplicate = "duplicate";
    public const string LayoutChange = "layoutChange";
    public const string Captcha = "captcha";
    public const string PriceJump = "priceJump";
    public const string SoldOut = "soldOut";
    public const string RefuseAddress = "refuseAddress";
    public const string RateLimit = "rateLimit";
    public const string WebhookDuplicate = "webhookDuplicate";
    public const string WebhookDelay = "webhookDelay";
    public const string WebhookReorder = "webhookReorder";
    public const string WebhookDrop = "webhookDrop";
    public const string RefundFails = "refundFails";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [Delay] = "waits delayMs (default 3000) before it works",
        [DropAfterAccept] = "does the work, then closes the connection without an answer",
        [Error500AfterPlacing] = "does the work, then answers 500",
        [Error500] = "answers 500 without doing the work",
        [Duplicate] = "aliexpress: a used out_order_id places again; mail: the message is kept twice",
        [LayoutChange] = "renames fields of the answer or page",
        [Captcha] = "answers with the party's robot check",
        [PriceJump] = "raises the price of productId (or all) by percent (default 30)",
        [SoldOut] = "stock of productId (or all) is 0",
        [RefuseAddress] = "order refused for its address",
        [RateLimit] = "answers with the party's limit message",
        [WebhookDuplicate] = "stripe: every event is delivered twice",
        [WebhookDelay] = "stripe: delivery waits delayMs (default 3000)",
        [WebhookReorder] = "stripe: the event is sent 2 s late, so after those that follow it",
        [WebhookDrop] = "stripe: the first delivery attempt is lost, the retry comes later",
        [RefundFails] = "stripe: the refund is pending and fails a second later",
    };
}
