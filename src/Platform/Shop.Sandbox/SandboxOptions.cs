namespace Shop.Sandbox;

/// <summary>Settings of the sandbox, read from the section <c>Sandbox</c>.</summary>
public sealed class SandboxOptions
{
    /// <summary>Folder of the record files. They are the state: a restart replays them.</summary>
    public string Data { get; set; } = "sandbox-data";

    /// <summary>Seed of catalogue, demand and rates. Same seed, same world.</summary>
    public int Seed { get; set; } = 20260101;

    /// <summary>Number of products in the catalogue.</summary>
    public int Products { get; set; } = 12_000;

    /// <summary>Real seconds that stand for one day of a parcel's journey.</summary>
    public double TrackingSecondsPerDay { get; set; } = 2;

    /// <summary>Port of the SMTP receiver; 0 takes a free one.</summary>
    public int SmtpPort { get; set; } = 5025;

    public AliExpressOptions AliExpress { get; set; } = new();

    public StripeOptions Stripe { get; set; } = new();
}

public sealed class AliExpressOptions
{
    public string AppKey { get; set; } = "sandbox-app";

    public string AppSecret { get; set; } = "sandbox-secret";

    /// <summary>A session token that is valid from the start, for programs that skip the consent page; empty switches it off.</summary>
    public string Session { get; set; } = "sandbox-session";

    /// <summary>True: a used out_order_id places another order instead of REPEATED_ORDER_ERROR.</summary>
    public bool AcceptDuplicates { get; set; }

    /// <summary>Whether REPEATED_ORDER_ERROR names the earlier orders. The real platform's behaviour is not known.</summary>
    public bool RepeatedListsOrders { get; set; } = true;

    public int AccessTokenSeconds { get; set; } = 30 * 24 * 3600;

    public int RefreshTokenSeconds { get; set; } = 180 * 24 * 3600;
}

public sealed class StripeOptions
{
    /// <summary>Any key that starts with sk_test_ is let in; this one is the default to hand out.</summary>
    public string SecretKey { get; set; } = "sk_test_sandbox";

    /// <summary>An endpoint that exists without being registered by API; empty: none.</summary>
    public string WebhookUrl { get; set; } = "";

    public string WebhookSecret { get; set; } = "whsec_sandbox";

    /// <summary>API version of events until a caller names another one by Stripe-Version.</summary>
    public string ApiVersion { get; set; } = "2026-10-28.endive";

    /// <summary>First pause before a failed webhook is sent again; it doubles up to five minutes.</summary>
    public double WebhookRetrySeconds { get; set; } = 1;
}
