using System.Globalization;
using System.Text.Json;
using Shop.Platform.Kernel;

namespace Shop.Platform.Pricing.Fx;

/// <summary>One published observation: Canadian dollars for one unit.</summary>
internal sealed record PublishedRate(string Currency, DateOnly Day, decimal Rate);

/// <summary>Reads the answer of the group <c>FX_RATES_DAILY</c>. Pure.</summary>
internal static class PublishedRates
{
    /// <summary>The observations of series <c>FX{code}CAD</c>. A series that is only described (discontinued) gives none.</summary>
    public static Outcome<IReadOnlyList<PublishedRate>> Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            return Changed(exception.Message);
        }
    }

    private static Outcome<IReadOnlyList<PublishedRate>> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("observations", out var observations))
            return Changed("observations is missing");
        // An empty range is an empty list, or by some accounts an empty object.
        if (observations.ValueKind == JsonValueKind.Object && !observations.EnumerateObject().Any())
            return new List<PublishedRate>();
        if (observations.ValueKind != JsonValueKind.Array)
            return Changed("observations is not a list");
        var rates = new List<PublishedRate>();
        foreach (var observation in observations.EnumerateArray())
        {
            if (Day(observation) is not { } day)
                return Changed("observations[].d is not a day");
            foreach (var series in observation.EnumerateObject().Where(p => IsToCad(p.Name)))
            {
                if (Value(series.Value) is not { } rate)
                    return Changed($"observations[].{series.Name}.v is not a positive decimal");
                rates.Add(new PublishedRate(series.Name[2..5], day, rate));
            }
        }
        return rates;
    }

    private static bool IsToCad(string series) => series.Length == 8 && series.StartsWith("FX", StringComparison.Ordinal) && series.EndsWith("CAD", StringComparison.Ordinal);

    private static DateOnly? Day(JsonElement observation) =>
        observation.ValueKind == JsonValueKind.Object && observation.TryGetProperty("d", out var d) && d.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(d.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static decimal? Value(JsonElement series) =>
        series.ValueKind == JsonValueKind.Object && series.TryGetProperty("v", out var v) && v.ValueKind == JsonValueKind.String
            && decimal.TryParse(v.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0 ? rate : null;

    private static Problem Changed(string what) => Problem.Unavailable("fx.layout-changed", $"The Bank of Canada answered in an unknown form: {what}.");
}
