namespace Shop.Sandbox.Catalogue;

/// <summary>Titles as sellers write them: too long, full of features, and different for every product.</summary>
internal static class TitleWriter
{
    public static Words Write(Family family, Words material, ref Dice dice)
    {
        var type = dice.Pick(family.Types);
        var features = dice.Several(family.Group.Features, dice.Between(2, 3));
        var use = dice.Pick(family.Group.Uses);
        var year = dice.Chance(0.25) ? "2026 " : "";
        var model = $"{(char)('A' + dice.Below(26))}{(char)('A' + dice.Below(26))}-{dice.Between(10, 999)}";
        var named = dice.Chance(0.4);
        return new Words(
            English(year, type, material, features, use, named ? model : null),
            French(type, material, features, use, named ? model : null),
            Chinese(year, type, material, features, use, named ? model : null));
    }

    private static string English(string year, Words type, Words material, Words[] features, Words use, string? model) =>
        $"{year}{features[0].En} {material.En} {type.En}{(model is null ? "" : " " + model)}, "
        + $"{string.Join(", ", features.Skip(1).Select(feature => feature.En))}, for {use.En}";

    private static string French(Words type, Words material, Words[] features, Words use, string? model) =>
        $"{type.Fr}{(model is null ? "" : " " + model)} en {material.Fr}, "
        + $"{string.Join(", ", features.Select(feature => feature.Fr))}, pour {use.Fr}";

    private static string Chinese(string year, Words type, Words material, Words[] features, Words use, string? model) =>
        $"{(year.Length > 0 ? "2026新款" : "")}{string.Concat(features.Select(feature => feature.Zh))}{material.Zh}{type.Zh}"
        + $"{(model is null ? "" : " " + model)} {use.Zh}专用";
}
