namespace Shop.Platform.Tenancy;

/// <summary>Provinces and territories of Canada by their postal code letters, with names in both languages.</summary>
public static class Provinces
{
    public static IReadOnlyList<Province> All { get; } =
    [
        new("AB", "Alberta", "Alberta"), new("BC", "British Columbia", "Colombie-Britannique"), new("MB", "Manitoba", "Manitoba"),
        new("NB", "New Brunswick", "Nouveau-Brunswick"), new("NL", "Newfoundland and Labrador", "Terre-Neuve-et-Labrador"),
        new("NS", "Nova Scotia", "Nouvelle-Écosse"), new("NT", "Northwest Territories", "Territoires du Nord-Ouest"), new("NU", "Nunavut", "Nunavut"),
        new("ON", "Ontario", "Ontario"), new("PE", "Prince Edward Island", "Île-du-Prince-Édouard"), new("QC", "Quebec", "Québec"),
        new("SK", "Saskatchewan", "Saskatchewan"), new("YT", "Yukon", "Yukon"),
    ];

    public static bool Contains(string code) => All.Any(p => p.Code == code);
}

public sealed record Province(string Code, string English, string French)
{
    public string Name(string language) => language == "fr" ? French : English;
}
