using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>The platform's checks of a delivery address, with Canada's postal code.</summary>
internal static partial class AddressCheck
{
    public static string? Problem(JsonObject? address)
    {
        if (address is null) return "The logistics_address is missing.";
        string Field(string name) => address[name].Text()?.Trim() ?? "";
        var name = Field("full_name").Length > 0 ? Field("full_name") : Field("contact_person");
        if (name.Length is < 2 or > 128) return "The full_name must have 2 to 128 characters.";
        if (Field("address").Length < 5) return "The address must have at least 5 characters.";
        if (Field("city").Length < 2) return "The city is missing.";
        if (Field("province").Length < 2) return "The province is missing.";
        if (Field("country").Length != 2) return "The country must be a two-letter code.";
        if (Field("mobile_no").Count(char.IsAsciiDigit) is < 7 or > 15) return "The mobile_no must have 7 to 15 digits.";
        if (Field("country").Equals("CA", StringComparison.OrdinalIgnoreCase) && !CanadianZip().IsMatch(Field("zip"))) return "The zip code is invalid.";
        var refused = Field("address") + Field("address2");
        return refused.Contains("REFUSE", StringComparison.OrdinalIgnoreCase) ? "Buyer's address validation failed." : null;
    }

    [GeneratedRegex("^[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9]$", RegexOptions.IgnoreCase)]
    private static partial Regex CanadianZip();
}
