namespace Shop.Connectors.Sdk;

/// <summary>Where a parcel goes. Personal data: sent to the supplier for an order, never logged, never stored by a connector.</summary>
/// <param name="Name">Full name of the receiver.</param>
/// <param name="Line1">Street and number.</param>
/// <param name="City">City.</param>
/// <param name="Province">Two-letter province code, for example <c>QC</c>.</param>
/// <param name="PostalCode">Postal code in the form <c>A1A 1A1</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Phone">Digits with an optional leading <c>+</c>.</param>
public sealed record PostalAddress(string Name, string Line1, string City, string Province, string PostalCode, string Country, string Phone)
{
    /// <summary>Apartment, suite, PO box. Null when there is none.</summary>
    public string? Line2 { get; init; }
}
