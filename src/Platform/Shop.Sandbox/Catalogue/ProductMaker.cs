namespace Shop.Sandbox.Catalogue;

/// <summary>Computes a product from the seed and its index alone.</summary>
internal sealed class ProductMaker(int seed, IReadOnlyList<Family> families, IReadOnlyList<Store> stores)
{
    public Product Make(int index)
    {
        var dice = Dice.Of(seed, "product", index);
        var family = families[index % families.Count];
        var store = StoreOf(family, ref dice);
        var material = dice.Pick(family.Group.Materials);
        var title = TitleWriter.Write(family, material, ref dice);
        var skus = SkuMaker.Make(index, family, ref dice);
        var fame = FameOf(family, ref dice);
        return new Product(
            index,
            ProductIds.OfIndex(index),
            family,
            store,
            title,
            skus,
            SpecWriter.Write(family, material, ref dice),
            fame,
            dice.Between(4, 6),
            dice.Chance(0.15));
    }

    // Sellers specialise: six or so stores share a family, so two lines of one cart may well need two supplier orders.
    private Store StoreOf(Family family, ref Dice dice)
    {
        var perFamily = stores.Count / families.Count;
        return stores[(family.Number + (families.Count * dice.Below(Math.Max(1, perFamily)))) % stores.Count];
    }

    private static ProductFame FameOf(Family family, ref Dice dice)
    {
        var appeal = Math.Exp((dice.Normal() * 0.9) - 0.4);
        var sold = (int)(appeal * family.Demand.Level * 40 * dice.Unit());
        var rating = Math.Clamp(4.55 + (dice.Normal() * 0.25), 3.1, 5.0);
        return new ProductFame(appeal, sold, Math.Round((decimal)rating, 1), (int)(sold * (0.05 + (0.2 * dice.Unit()))));
    }
}
