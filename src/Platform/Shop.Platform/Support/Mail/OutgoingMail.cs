using Shop.Platform.Kernel;

namespace Shop.Platform.Support.Mail;

/// <summary>A rendered message on its way. Stored with the change it tells of, sent after commit.</summary>
public sealed class OutgoingMail : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<OutgoingMail> Id { get; init; }

    /// <summary>The same key is one message; unique per tenant.</summary>
    public required string Key { get; init; }

    public required string To { get; init; }
    public required string Template { get; init; }
    public required string Language { get; init; }
    public required string FromName { get; init; }
    public string? ReplyTo { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }
    public DateTimeOffset QueuedAt { get; init; }
    public int Attempts { get; set; }

    /// <summary>When to try next; null once sent or parked.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last try failed. A parked message (no due time, not sent) waits for a person.</summary>
    public string? LastError { get; set; }
}
