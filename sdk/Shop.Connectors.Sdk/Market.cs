namespace Shop.Connectors.Sdk;

/// <summary>For whom prices and texts are asked. A supplier price without its market cannot be compared with another.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code of the destination; <c>CA</c> on this platform.</param>
/// <param name="Currency">ISO 4217 code in which prices are wanted. The answer may be in another: read <see cref="Amount.Currency"/>.</param>
/// <param name="Language">BCP 47 language of texts, for example <c>en</c> or <c>fr</c>.</param>
public sealed record Market(string Country, string Currency, string Language)
{
    /// <summary>Canada, Canadian dollars, English: the default of the platform.</summary>
    public static Market Canada { get; } = new("CA", "CAD", "en");
}
