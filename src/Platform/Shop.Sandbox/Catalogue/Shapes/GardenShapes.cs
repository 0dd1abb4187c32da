using static Shop.Sandbox.Catalogue.Shapes.Ink;

namespace Shop.Sandbox.Catalogue.Shapes;

internal static class GardenShapes
{
    public static string Tools(Ink ink, ref Dice dice)
    {
        var trowel = Path("M-70 -110Q-74 40 0 120Q74 40 70 -110Q0 -150 -70 -110Z", ink.Metal) + Line("M0 -120V60", "#8b929c", 6) + Rect(-14, -190, 28, 70, 8, "#9aa1ab") + Rect(-32, -290, 64, 116, 30, ink.Wood);
        var fork = Rect(-12, -110, 24, 70, 8, "#9aa1ab") + Line("M-60 -30V120M0 -30V130M60 -30V120M-60 -30Q-60 -50 0 -50Q60 -50 60 -30", "#aeb5be", 18) + Rect(-30, -230, 60, 130, 28, ink.Fill);
        var shears = Line("M-30 -60Q30 60 20 150M30 -60Q-30 60 -20 150", "#aeb5be", 20) + Disc(0, 10, 16, "#6b727d") + Line("M-34 -70Q-70 -180 -50 -250M34 -70Q70 -180 50 -250", ink.Main, 30);
        var third = dice.Chance(.5) ? shears : fork;
        return Turn(-16, trowel, -160, 70) + Turn(2, fork, 20, 90) + Turn(16, third, 180, 80);
    }

    public static string Hose(Ink ink, ref Dice dice)
    {
        var coil = "";
        for (var i = 0; i < 4; i++) coil += Oval(-30, 90 - (i * 8), 210 - (i * 38), 150 - (i * 27), "none", $"stroke=\"{(i % 2 == 0 ? ink.Main : ink.Dark)}\" stroke-width=\"34\"") + Oval(-30, 82 - (i * 8), 210 - (i * 38), 150 - (i * 27), "none", $"stroke=\"{ink.Light}\" stroke-width=\"5\" opacity=\".5\" stroke-dasharray=\"26 18\"");
        var free = Line("M150 60C260 20 260 -120 180 -160", ink.Main, 34);
        var nozzle = Turn(-40, Rect(-30, -50, 60, 110, 20, "#2c313b") + Rect(-40, -110, 80, 70, 18, ink.Deep) + Line("M-30 10C-80 30 -70 80 -40 90", "#f0c04f", 14), 170, -160);
        var drops = dice.Chance(.6) ? Line("M90 -250L40 -280M70 -220L10 -230M110 -275L90 -300", "#8fd0f0", 10) : "";
        return coil + free + nozzle + drops;
    }

    public static string Pot(Ink ink, ref Dice dice)
    {
        var leaves = "";
        var green = dice.Chance(.5) ? "#5f9a66" : "#4d8a74";
        for (var i = 0; i < 9; i++)
        {
            var angle = -72 + (i * 18);
            leaves += Turn(angle, Path("M0 0C-46 -70 -40 -190 0 -250C40 -190 46 -70 0 0Z", i % 2 == 0 ? green : Mix(green, "#FFFFFF", .18)) + Line("M0 -10V-226", Mix(green, "#1B2130", .25), 4, "opacity=\".6\""), 0, 20);
        }

        var pot = Path("M-150 30H150L122 216Q116 246 86 246H-86Q-116 246 -122 216Z", ink.Round) + Rect(-168, 6, 336, 52, 18, ink.Fill);
        var lines = dice.Chance(.5) ? Line("M-132 110H132M-122 160H122", ink.Pale, 8, "opacity=\".5\"") : "";
        return leaves + pot + lines + Oval(0, 12, 140, 10, "#4b3728", "opacity=\".7\"");
    }

    public static string Screwdrivers(Ink ink, ref Dice dice)
    {
        var box = Rect(-270, 40, 540, 206, 24, "#2c313b") + Rect(-250, 60, 500, 166, 16, "#3d434f");
        var bits = "";
        for (var i = 0; i < 14; i++) bits += Rect(-232 + (i * 34), 84, 20, 60, 6, i % 3 == 0 ? ink.Main : "#aeb5be") + Path($"M{-232 + (i * 34)} 84h20l-6 -22h-8Z", "#d9dde2");
        var tool = Turn(-62, Rect(-36, -10, 72, 220, 34, ink.Fill) + Rect(-26, 40, 52, 14, 7, ink.Deep) + Rect(-26, 70, 52, 14, 7, ink.Deep) + Rect(-26, 100, 52, 14, 7, ink.Deep) + Rect(-12, -190, 24, 186, 6, ink.Metal) + Path("M-12 -190H12L6 -220H-6Z", "#8b929c"), -40, -100);
        var second = dice.Chance(.5) ? Rect(-232, 168, 464, 36, 12, ink.Dark, "opacity=\".8\"") : "";
        return box + bits + second + tool;
    }
}
