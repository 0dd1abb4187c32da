namespace Shop.Sandbox.Catalogue;

internal static class StoreMaker
{
    private static readonly string[] First = ["Bright", "Golden", "Happy", "Nova", "Lucky", "Urban", "Silk", "Panda", "Ocean", "Maple", "Jade", "Swift"];
    private static readonly string[] Second = ["Home", "Digital", "Life", "Trade", "Living", "Gear", "Select", "Factory", "Tech", "Garden", "Outdoor", "Kids"];

    public static IReadOnlyList<Store> Make(int seed, int count)
    {
        var stores = new List<Store>();
        for (var number = 0; number < count; number++)
        {
            var dice = Dice.Of(seed, "store", number);
            var id = 1101000000L + (number * 3571L) + dice.Below(3000);
            var name = dice.Chance(0.3) ? $"Shop{id} Store" : $"{dice.Pick(First)} {dice.Pick(Second)} {(dice.Chance(0.4) ? "Official " : "")}Store";
            stores.Add(new Store(id, name, Score(ref dice), Score(ref dice), Score(ref dice), dice.Between(2014, 2025)));
        }

        return stores;
    }

    private static decimal Score(ref Dice dice) => Math.Round(Math.Clamp(4.6m + (decimal)(dice.Normal() * 0.15), 3.8m, 5m), 1);
}
