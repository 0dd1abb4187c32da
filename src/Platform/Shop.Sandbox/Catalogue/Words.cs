namespace Shop.Sandbox.Catalogue;

/// <summary>One text in the three languages of the catalogue.</summary>
public sealed record Words(string En, string Fr, string Zh)
{
    public string In(Language language) => language switch
    {
        Language.French => Fr,
        Language.Chinese => Zh,
        _ => En,
    };

    public static Words From(IReadOnlyList<string> three) => new(three[0], three[1], three[2]);
}

public enum Language
{
    English,
    French,
    Chinese,
}

public static class Languages
{
    /// <summary>Reads FR, fr_CA, French, zh_CN, EN …; everything unknown is English, as the real platform falls back.</summary>
    public static Language Parse(string? code) => (code ?? "").ToUpperInvariant() switch
    {
        var c when c.StartsWith("FR", StringComparison.Ordinal) => Language.French,
        var c when c.StartsWith("ZH", StringComparison.Ordinal) || c.StartsWith("CN", StringComparison.Ordinal) => Language.Chinese,
        _ => Language.English,
    };
}
