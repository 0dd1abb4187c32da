namespace Shop.Platform.MarketResearch.Scoring;

/// <summary>
/// From observed numbers to values of 0 to 100. Each is monotone in what it measures, has its anchor points written down here, and is never
/// filled in for something unknown.
/// </summary>
internal static class Measures
{
    private const double GrowthScale = 0.15;
    private const double FullMargin = 0.6;

    /// <summary>The index itself: 100 is the term's own highest week in five years.</summary>
    public static double Level(double medianIndex) => Clamp(medianIndex);

    /// <summary>50 = no growth; about 66 at +10 %, 79 at +22 %, 34 at −10 % a year.</summary>
    public static double Growth(double yearlyLog) => Clamp(100 / (1 + Math.Exp(-yearlyLog / GrowthScale)));

    /// <summary>50 = an average time of the year; 100 = twice the average or more.</summary>
    public static double Season(double ratio) => Clamp(50 * ratio);

    /// <summary>0 = not on the list; one product at rank 1 gives 60, at rank 16 gives 30; several add up towards 100.</summary>
    public static double BestSellers(IEnumerable<int> ranks) =>
        Clamp(100 * (1 - ranks.Aggregate(1.0, (rest, rank) => rest * (1 - (0.6 / (1 + ((rank - 1) / 15.0)))))));

    /// <summary>Worth shipping singly and bought on impulse: 0 at 5 dollars or less, 100 from 20 to 80, down to 20 at 200 and more.</summary>
    public static double Price(double cad) => cad switch
    {
        <= 5 => 0,
        < 20 => (cad - 5) / 15 * 100,
        <= 80 => 100,
        < 200 => 100 - ((cad - 80) / 120 * 80),
        _ => 20,
    };

    /// <summary>100 = hardly any offer; each tenfold number of offers costs 20: 1,000 offers give 40, 100,000 give 0.</summary>
    public static double Competition(long results) => Clamp(100 - (20 * Math.Log10(1 + Math.Max(0, results))));

    /// <summary>0 = no margin or a loss; 100 = 60 % of the market price or more is left after goods and shipping.</summary>
    public static double Margin(double share) => Clamp(share / FullMargin * 100);

    private static double Clamp(double value) => Math.Clamp(value, 0, 100);
}
