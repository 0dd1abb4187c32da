namespace Shop.Sandbox.Catalogue;

/// <summary>The attribute list of a product.</summary>
internal static class SpecWriter
{
    private static readonly Words[] Brands = [Same("NONE"), Same("HOMELUX"), Same("YUNFEI"), Same("NordicPeak"), Same("Pawsome"), Same("VOLTIC")];
    private static readonly Words[] Certificates = [Same("CE"), Same("CE,FCC"), Same("CE,RoHS"), Same("NONE")];

    public static IReadOnlyList<ProductSpec> Write(Family family, Words material, ref Dice dice)
    {
        var size = string.Join(" x ", family.SizeCm);
        var specs = new List<ProductSpec>
        {
            new(2, new Words("Brand Name", "Nom de marque", "品牌"), dice.Pick(Brands)),
            new(219, new Words("Origin", "Origine", "产地"), new Words("Mainland China", "Chine continentale", "中国大陆")),
            new(10, new Words("Material", "Matériau", "材质"), material),
            new(348, new Words("Product Size", "Dimensions", "产品尺寸"), Same($"{size} cm")),
            new(200000217, new Words("Model Number", "Numéro de modèle", "型号"), Same($"{family.Key[..2].ToUpperInvariant()}{dice.Between(100, 9999)}")),
            new(200000137, new Words("Suitable For", "Convient à", "适用场景"), dice.Pick(family.Group.Uses)),
        };
        foreach (var feature in dice.Several(family.Group.Features, dice.Between(1, 3)))
        {
            specs.Add(new ProductSpec(200000631, new Words("Feature", "Caractéristique", "特点"), feature));
        }

        if (family.Axes.Any(axis => axis.Key == "plug"))
        {
            specs.Add(new ProductSpec(348002, new Words("Certification", "Certification", "认证"), dice.Pick(Certificates)));
        }

        if (dice.Chance(0.4)) specs.Add(new ProductSpec(-1, Same("Choice"), Same("yes")));
        return specs;
    }

    private static Words Same(string text) => new(text, text, text);
}
