namespace Shop.Sandbox.Catalogue;

/// <summary>A kind of product: what it is called, costs, weighs, looks like, and how demand for it really moves.</summary>
public sealed record Family(
    int Number,
    string Key,
    long CategoryId,
    FamilyGroup Group,
    IReadOnlyList<Words> Types,
    decimal PriceCny,
    double Sigma,
    decimal WeightKg,
    IReadOnlyList<int> SizeCm,
    IReadOnlyList<OptionAxis> Axes,
    string Shape,
    DemandCurve Demand,
    IReadOnlyList<string> Keywords);

public sealed record FamilyGroup(
    string Key,
    Words Department,
    string AmazonDepartment,
    long RootCategoryId,
    string RetailTrade,
    IReadOnlyList<Words> Materials,
    IReadOnlyList<Words> Features,
    IReadOnlyList<Words> Uses);

/// <summary>An option axis such as colour, with the platform's ids of the property and its values.</summary>
public sealed record OptionAxis(string Key, long PropertyId, Words Name, IReadOnlyList<OptionChoice> Choices);

/// <summary>A value of an axis. <c>SellerLabel</c> is the seller's own word, which shoppers see in place of the platform's.</summary>
public sealed record OptionChoice(long ValueId, Words Name, string? SellerLabel, string? Hex);

/// <summary>The hidden truth about demand: weekly interest = level × growth × season × noise.</summary>
public sealed record DemandCurve(double Level, double YearlyTrend, double Season, int PeakWeek);
