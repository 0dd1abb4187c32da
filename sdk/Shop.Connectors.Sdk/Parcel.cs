namespace Shop.Connectors.Sdk;

/// <summary>A parcel on its way.</summary>
/// <param name="TrackingNumber">The carrier's number.</param>
public sealed record Parcel(string TrackingNumber)
{
    /// <summary>Carrier name. Null when unknown.</summary>
    public string? Carrier { get; init; }

    /// <summary>Expected arrival (UTC). Null when unknown.</summary>
    public DateTimeOffset? ExpectedAt { get; init; }

    /// <summary>Events, oldest first.</summary>
    public IReadOnlyList<Event> Events { get; init; } = [];

    /// <summary>True once an event says delivered; null when the supplier's words do not tell.</summary>
    public bool? Delivered { get; init; }

    /// <summary>Product ids inside. Empty when not stated.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>One tracking event.</summary>
    /// <param name="At">When (UTC).</param>
    /// <param name="Text">What, in the market's language where the supplier has it.</param>
    public sealed record Event(DateTimeOffset At, string Text)
    {
        /// <summary>Where. Null when unknown.</summary>
        public string? Place { get; init; }
    }
}
