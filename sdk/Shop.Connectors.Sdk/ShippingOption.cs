namespace Shop.Connectors.Sdk;

/// <summary>One way to bring a quantity of a variant to a destination.</summary>
/// <param name="Code">The supplier's code, handed back when ordering.</param>
/// <param name="Fee">What it costs; a value of 0 only when the supplier says free.</param>
public sealed record ShippingOption(string Code, Amount Fee)
{
    /// <summary>Carrier or service name for people. Null when unknown.</summary>
    public string? Carrier { get; init; }

    /// <summary>Shortest delivery time in days. Null when unknown.</summary>
    public int? MinDays { get; init; }

    /// <summary>Longest delivery time in days. Null when unknown.</summary>
    public int? MaxDays { get; init; }

    /// <summary>Country it ships from (ISO 3166-1 alpha-2): decides duty. Null when unknown.</summary>
    public string? ShipsFrom { get; init; }

    /// <summary>Does it come with tracking? Null when unknown.</summary>
    public bool? Tracked { get; init; }

    /// <summary>What about the quote is doubtful, in words for the log. Null when nothing is.</summary>
    public string? Doubt { get; init; }
}
