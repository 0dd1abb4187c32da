using Shop.Sandbox.Catalogue;

namespace Shop.Sandbox.AliExpress;

/// <summary>Where the platform ships, how long it takes, and by which services.</summary>
internal static class Destinations
{
    private static readonly Dictionary<string, (int Min, int Max)> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CA"] = (9, 14),
        ["US"] = (8, 13),
        ["FR"] = (7, 11),
        ["GB"] = (7, 11),
        ["DE"] = (7, 10),
        ["BR"] = (12, 20),
        ["MX"] = (10, 16),
        ["AU"] = (8, 14),
    };

    public static (int Min, int Max) Days(string country) => Countries.GetValueOrDefault(country, (12, 25));

    /// <summary>About one product in eighty does not go to Canada, as on the real platform (batteries, brands, sellers' choice).</summary>
    public static bool Serves(Product product, string country) =>
        Countries.ContainsKey(country) && !(country.Equals("CA", StringComparison.OrdinalIgnoreCase) && product.Index % 80 == 79);

    /// <summary>The services for a quantity of a product, cheapest first. Fee 0: free.</summary>
    public static IReadOnlyList<DeliveryOption> Options(Product product, int quantity, string country)
    {
        var days = Days(country);
        var kilos = product.Family.WeightKg * quantity;
        var choice = product.Specs.Any(spec => spec.NameId == -1);
        var options = new List<DeliveryOption>();
        if (choice)
        {
            var free = product.Index % 2 == 0;
            var fee = free ? 0m : Math.Round(11.5m + (kilos * 3m), 2);
            options.Add(new DeliveryOption("CAINIAO_FULFILLMENT_STD", "AliExpress Selection Standard", fee, days.Min - 1, days.Max - 2, true, !free));
        }

        options.Add(new DeliveryOption("CAINIAO_STANDARD", "AliExpress Standard Shipping", Math.Round(14m + (kilos * 26m), 2), days.Min, days.Max, true, false));
        if (kilos < 0.5m) options.Add(new DeliveryOption("CAINIAO_ECONOMY", "Cainiao Super Economy", Math.Round(6.8m + (kilos * 12m), 2), days.Max + 8, days.Max + 25, false, false));
        if (product.Index % 4 == 0) options.Add(new DeliveryOption("CAINIAO_PREMIUM", "AliExpress Premium Shipping", Math.Round(52m + (kilos * 60m), 2), 5, 8, true, false));
        return [.. options.OrderBy(option => option.FeeCny)];
    }
}

internal sealed record DeliveryOption(string Code, string Company, decimal FeeCny, int MinDays, int MaxDays, bool Tracked, bool MayBecomeFree);
