namespace Shop.Sandbox.Catalogue;

/// <summary>Option combinations with price and stock: 1 to 20 SKUs, prices lognormal around the family's.</summary>
internal static class SkuMaker
{
    private const int Most = 20;

    public static IReadOnlyList<Sku> Make(int index, Family family, ref Dice dice)
    {
        var sale = (double)family.PriceCny * Math.Exp(dice.Normal() * family.Sigma);
        var discount = 0.25 + (0.45 * dice.Unit());
        var combinations = Combine(PickOptions(family, ref dice));
        var skus = new List<Sku>();
        for (var number = 0; number < combinations.Count; number++)
        {
            var options = combinations[number];
            var own = sale * Surcharge(options) * (1 + (0.03 * dice.Normal()));
            var saleCny = Math.Max(2.5m, Math.Round((decimal)own, 2));
            var listCny = Math.Round(saleCny / (decimal)(1 - discount), 2);
            skus.Add(new Sku(ProductIds.OfSku(index, number), Attr(options), options, listCny, saleCny, Stock(ref dice)));
        }

        return skus;
    }

    private static string Attr(IReadOnlyList<ChosenOption> options) => string.Join(';', options.Select(option => option.AttrPart));

    private static List<IReadOnlyList<ChosenOption>> PickOptions(Family family, ref Dice dice)
    {
        var axes = new List<IReadOnlyList<ChosenOption>>();
        var room = Most;
        foreach (var axis in family.Axes)
        {
            var wanted = Math.Min(room, Math.Min(axis.Choices.Count, dice.Between(1, axis.Key == "colour" ? 6 : 4)));
            var sellerWords = dice.Chance(0.5);
            axes.Add([.. dice.Several(axis.Choices, Math.Max(1, wanted)).Select(choice => new ChosenOption(axis, choice, sellerWords))]);
            room /= Math.Max(1, wanted);
        }

        return axes;
    }

    private static List<IReadOnlyList<ChosenOption>> Combine(List<IReadOnlyList<ChosenOption>> axes)
    {
        List<IReadOnlyList<ChosenOption>> combinations = [[]];
        foreach (var axis in axes)
        {
            combinations = [.. combinations.SelectMany(head => axis.Select(option => (IReadOnlyList<ChosenOption>)[.. head, option]))];
        }

        return combinations;
    }

    // Bigger, longer and multi-packs cost more: the position of a value on its axis stands for its size.
    private static double Surcharge(IReadOnlyList<ChosenOption> options)
    {
        var factor = 1.0;
        foreach (var option in options)
        {
            var position = option.Axis.Choices.ToList().IndexOf(option.Choice);
            factor *= option.Axis.Key switch
            {
                "size" or "capacity" => 1 + (0.12 * position),
                "length" => 1 + (0.22 * position),
                "pack" => 1 + (0.55 * position),
                _ => 1,
            };
        }

        return factor;
    }

    private static int Stock(ref Dice dice) => dice.Unit() switch
    {
        < 0.06 => 0,
        < 0.25 => dice.Between(1, 12),
        < 0.8 => dice.Between(20, 400),
        _ => dice.Between(400, 9000),
    };
}
