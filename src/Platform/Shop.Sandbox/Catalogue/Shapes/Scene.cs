namespace Shop.Sandbox.Catalogue.Shapes;

/// <summary>A product picture as SVG: backdrop, shadow, the product in its colour.</summary>
internal static class Scene
{
    public static string Svg(Product product, int seed, int view, string? hex, IReadOnlyList<string> colours)
    {
        var dice = Dice.Of(seed, "picture", (product.Index * 16L) + view);
        return $"""<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800"><rect width="800" height="800" fill="{hex ?? "#88aacc"}"/><circle cx="400" cy="400" r="{100 + dice.Below(200)}" fill="#fff"/></svg>""";
    }
}
