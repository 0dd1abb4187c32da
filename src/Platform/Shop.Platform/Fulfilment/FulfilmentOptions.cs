namespace Shop.Platform.Fulfilment;

/// <summary>Configuration section <c>Fulfilment</c>.</summary>
public sealed class FulfilmentOptions
{
    /// <summary>Between payment and ordering; default 0.</summary>
    public double CoolingOffSeconds { get; set; }

    /// <summary>Between two questions to the supplier about one order; default half an hour.</summary>
    public double PollSeconds { get; set; } = 1800;

    /// <summary>Length of the hour in "wait 6 hours" and of repeats while a supplier is away; shortened against the sandbox.</summary>
    public double HourSeconds { get; set; } = 3600;

    /// <summary>A person is asked when the cost rose by more than this since checkout.</summary>
    public decimal CostRisePercent { get; set; } = 5;

    /// <summary>A person is asked when less than this is left of what the shopper paid before taxes.</summary>
    public decimal MarginFloorPercent { get; set; } = 5;

    /// <summary>CAD one order may cost without a person.</summary>
    public decimal SpendPerOrder { get; set; } = 1000;

    /// <summary>CAD all orders of a day (UTC) may cost without a person.</summary>
    public decimal SpendPerDay { get; set; } = 10_000;

    public TimeSpan Hours(double hours) => TimeSpan.FromSeconds(HourSeconds * hours);
}
