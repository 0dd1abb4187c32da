namespace Shop.Platform.Pricing.Tax;

/// <summary>A province or territory of Canada.</summary>
/// <param name="Code">Two letters, for example <c>QC</c>.</param>
/// <param name="PostalLetters">First letters its postal codes usually have.</param>
public sealed record Province(string Code, string NameEn, string NameFr, string PostalLetters)
{
    /// <summary>All thirteen, by English name.</summary>
    public static IReadOnlyList<Province> All { get; } =
    [
        new("AB", "Alberta", "Alberta", "T"),
        new("BC", "British Columbia", "Colombie-Britannique", "V"),
        new("MB", "Manitoba", "Manitoba", "R"),
        new("NB", "New Brunswick", "Nouveau-Brunswick", "E"),
        new("NL", "Newfoundland and Labrador", "Terre-Neuve-et-Labrador", "A"),
        new("NT", "Northwest Territories", "Territoires du Nord-Ouest", "X"),
        new("NS", "Nova Scotia", "Nouvelle-Écosse", "B"),
        new("NU", "Nunavut", "Nunavut", "X"),
        new("ON", "Ontario", "Ontario", "KLMNP"),
        new("PE", "Prince Edward Island", "Île-du-Prince-Édouard", "C"),
        new("QC", "Quebec", "Québec", "GHJ"),
        new("SK", "Saskatchewan", "Saskatchewan", "S"),
        new("YT", "Yukon", "Yukon", "Y"),
    ];

    /// <summary>Null when there is no such province.</summary>
    public static Province? Find(string? code) => All.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.OrdinalIgnoreCase));

    public string Name(string language) => language == "fr" ? NameFr : NameEn;

    /// <summary>
    /// False is a question to the shopper, never a refusal: places near a border have a neighbour's code, and K1A serves federal offices on both
    /// sides of the Ottawa river.
    /// </summary>
    public bool Expects(PostalCode code) => PostalLetters.Contains(code.Value[0]) || (Code == "QC" && code.Value.StartsWith("K1A", StringComparison.Ordinal));
}
