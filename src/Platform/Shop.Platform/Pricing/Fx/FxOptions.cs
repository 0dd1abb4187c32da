namespace Shop.Platform.Pricing.Fx;

/// <summary>Configuration section <c>Fx</c>.</summary>
public sealed class FxOptions
{
    /// <summary>Base address of the Bank of Canada's Valet interface, without trailing slash.</summary>
    public string BaseUrl { get; set; } = "https://www.bankofcanada.ca/valet";

    /// <summary>How many days back an empty store is filled.</summary>
    public int HistoryDays { get; set; } = 45;
}
