namespace Shop.Sandbox.Catalogue.Shapes;

/// <summary>The drawing of each product family, in a box from -300 to 300 that stands on y = 245.</summary>
internal static class ShapeBook
{
    public delegate string Drawing(Ink ink, ref Dice dice);

    private static readonly Dictionary<string, Drawing> Drawings = new(StringComparer.Ordinal)
    {
        ["bottle"] = KitchenShapes.Bottle,
        ["mug"] = KitchenShapes.Mug,
        ["knife"] = KitchenShapes.Knife,
        ["tray"] = KitchenShapes.Tray,
        ["chopper"] = KitchenShapes.Chopper,
        ["bowl"] = KitchenShapes.Bowl,
        ["cushion"] = HomeShapes.Cushion,
        ["mat"] = HomeShapes.Mat,
        ["box"] = HomeShapes.Box,
        ["curtain"] = HomeShapes.Curtain,
        ["diffuser"] = HomeShapes.Diffuser,
        ["blanket"] = HomeShapes.Blanket,
        ["lamp"] = HomeShapes.Lamp,
        ["lights"] = HomeShapes.Lights,
        ["nightlight"] = HomeShapes.NightLight,
        ["petbed"] = PetShapes.Bed,
        ["cattoy"] = PetShapes.CatToy,
        ["collar"] = PetShapes.Collar,
        ["fountain"] = PetShapes.Fountain,
        ["brush"] = PetShapes.Brush,
        ["plush"] = ToyShapes.Plush,
        ["blocks"] = ToyShapes.Blocks,
        ["car"] = ToyShapes.Car,
        ["ball"] = ToyShapes.Fidget,
        ["puzzle"] = ToyShapes.Puzzle,
        ["bib"] = ToyShapes.Bib,
        ["towel"] = HomeShapes.Blanket,
        ["phonecase"] = TechShapes.PhoneCase,
        ["cable"] = TechShapes.Cable,
        ["charger"] = TechShapes.Charger,
        ["stand"] = TechShapes.Stand,
        ["earbuds"] = TechShapes.Earbuds,
        ["speaker"] = TechShapes.Speaker,
        ["watch"] = TechShapes.Watch,
        ["camera"] = TechShapes.Camera,
        ["keyboard"] = TechShapes.Keyboard,
        ["laptop"] = TechShapes.Laptop,
        ["book"] = TechShapes.Book,
        ["yogamat"] = SportShapes.YogaMat,
        ["bands"] = SportShapes.Bands,
        ["massagegun"] = SportShapes.MassageGun,
        ["dumbbell"] = SportShapes.Dumbbell,
        ["tent"] = SportShapes.Tent,
        ["backpack"] = SportShapes.Backpack,
        ["bag"] = SportShapes.CoolerBag,
        ["umbrella"] = SportShapes.Umbrella,
        ["vacuum"] = AutoShapes.Vacuum,
        ["seat"] = AutoShapes.Seat,
        ["snowbrush"] = AutoShapes.SnowBrush,
        ["carlight"] = AutoShapes.DashCam,
        ["trowel"] = GardenShapes.Tools,
        ["hose"] = GardenShapes.Hose,
        ["plant"] = GardenShapes.Pot,
        ["screwdriver"] = GardenShapes.Screwdrivers,
        ["makeup"] = BeautyShapes.Brushes,
        ["roller"] = BeautyShapes.Roller,
        ["hairtool"] = BeautyShapes.HairTool,
        ["glasses"] = BeautyShapes.Glasses,
        ["necklace"] = BeautyShapes.Necklace,
        ["beanie"] = BeautyShapes.Beanie,
    };

    public static IReadOnlyCollection<string> Names => Drawings.Keys;

    public static Drawing Of(string shape) => Drawings[shape];
}
