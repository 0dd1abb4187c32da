namespace Shop.Connectors.Sdk;

/// <summary>A sum of money in major units (dollars, yuan) as the supplier states it.</summary>
/// <param name="Value">Exact decimal in major units; never a binary floating point number.</param>
/// <param name="Currency">ISO 4217 code in upper case, for example <c>CAD</c>. It is the currency of this very value, not of the page around it.</param>
public sealed record Amount(decimal Value, string Currency);
