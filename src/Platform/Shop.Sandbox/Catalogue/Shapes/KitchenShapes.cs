using static Shop.Sandbox.Catalogue.Shapes.Ink;

namespace Shop.Sandbox.Catalogue.Shapes;

internal static class KitchenShapes
{
    public static string Bottle(Ink ink, ref Dice dice)
    {
        var wide = 92 + dice.Below(26);
        var body = Rect(-wide, -150, 2 * wide, 396, 34, ink.Round) + Rect(-wide, 150, 2 * wide, 14, 0, ink.Deep, "opacity=\".25\"");
        var neck = Rect(-wide + 26, -182, (2 * wide) - 52, 44, 12, ink.Metal);
        var cap = Rect(-wide + 18, -258, (2 * wide) - 36, 84, 22, "#2c313b") + Gloss(-wide + 32, -246, 14, 58, 7, .3);
        var loop = dice.Chance(.6) ? Line("M-40 -256C-40 -310 40 -310 40 -256", "#2c313b", 18) : Rect(14, -296, 22, 50, 9, "#3a404c");
        var band = dice.Chance(.5) ? Rect(-wide, 20, 2 * wide, 70, 0, ink.Pale, "opacity=\".55\"") : Disc(0, 40, 34, ink.Pale, "opacity=\".5\"");
        return loop + neck + cap + body + band + Gloss(-wide + 26, -118, 20, 320, 10, .4);
    }

    public static string Mug(Ink ink, ref Dice dice)
    {
        var handle = Line("M118 -70C250 -90 250 120 112 110", ink.Dark, 40) + Line("M118 -70C235 -84 235 112 112 104", ink.Light, 10, "opacity=\".5\"");
        var body = Path("M-170 -150H150L132 190Q128 246 70 246H-90Q-148 246 -152 190Z", ink.Round);
        var coffee = Oval(-10, -150, 160, 36, ink.Deep) + Oval(-10, -144, 140, 27, "#5b3a26") + Oval(-30, -150, 60, 10, "#8a6345", "opacity=\".8\"");
        var pattern = dice.Chance(.5)
            ? Line("M-160 20Q-120 -10 -80 20T0 20T80 20T142 14", ink.Pale, 12, "opacity=\".8\"")
            : Disc(-60, 60, 26, ink.Pale) + Disc(20, 90, 18, ink.Pale) + Disc(70, 30, 22, ink.Pale);
        var steam = Line("M-50 -200C-80 -235 -20 -250 -50 -290M20 -200C-10 -235 50 -250 20 -290", "#fff", 10, "opacity=\".75\"");
        return handle + body + pattern + coffee + Gloss(-128, -90, 22, 250, 11, .4) + steam;
    }

    public static string Knife(Ink ink, ref Dice dice)
    {
        var blade = Path("M-34 60V-250Q60 -210 66 60Z", ink.Metal) + Path("M66 60Q60 -210 -34 -250Q38 -190 44 60Z", "#fff", "opacity=\".5\"");
        var guard = Rect(-44, 54, 120, 26, 6, "#9aa1ab");
        var handle = Rect(-36, 76, 96, 172, 30, ink.Round) + Disc(12, 115, 9, "#d9dde2") + Disc(12, 165, 9, "#d9dde2") + Disc(12, 212, 9, "#d9dde2");
        var board = Rect(-250, 200, 500, 46, 22, ink.Wood);
        var second = dice.Chance(.6)
            ? Turn(0, Path("M-20 80V-120Q34 -90 38 80Z", ink.Metal) + Rect(-24, 76, 66, 172, 24, ink.Round), 150, 0) + Turn(0, Path("M-16 90V-40Q26 -20 28 90Z", ink.Metal) + Rect(-20, 86, 52, 160, 22, ink.Round), -150, 0)
            : "";
        return board + second + blade + guard + handle;
    }

    public static string Tray(Ink ink, ref Dice dice)
    {
        var columns = dice.Chance(.5) ? 3 : 4;
        var cups = "";
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var x = -190 + (380.0 / (columns - 1) * column);
                var y = -90 + (row * 125);
                var radius = columns == 3 ? 56 : 44;
                cups += Disc(x, y, radius, ink.Dark) + Disc(x, y + 5, radius - 7, ink.Deep, "opacity=\".55\"") + Oval(x - 8, y + 14, radius - 24, radius - 28, ink.Light, "opacity=\".4\"");
            }
        }

        return Rect(-270, -170, 540, 416, 46, ink.Fill) + Rect(-254, -156, 508, 388, 38, ink.Light, "opacity=\".25\"") + cups;
    }

    public static string Chopper(Ink ink, ref Dice dice)
    {
        var box = Path("M-210 20H210L190 220Q188 246 160 246H-160Q-188 246 -190 220Z", "#eef4f7", "opacity=\".92\"") + Line("M-210 20H210L190 220Q188 246 160 246H-160Q-188 246 -190 220Z", "#c5d2da", 5);
        var colours = new[] { "#e2693f", "#8dbb4e", "#f2c14e", "#d4483b" };
        var food = "";
        for (var i = 0; i < 26; i++) food += Rect(-165 + dice.Below(300), 130 + dice.Below(85), 28, 26, 7, dice.Pick(colours));
        var frame = Rect(-240, -30, 480, 60, 20, ink.Fill) + Rect(-190, -18, 300, 34, 6, ink.Metal);
        var grid = "";
        for (var x = -170; x < 110; x += 26) grid += Line($"M{x} -18V16", "#7a828d", 4);
        var lid = Path("M-230 -30L-170 -250Q-164 -270 -140 -270H170Q196 -270 200 -246L236 -30Z", ink.Pale, "opacity=\".75\"") + Line("M-230 -30L-170 -250Q-164 -270 -140 -270H170Q196 -270 200 -246L236 -30", ink.Main, 12);
        return lid + food + box + frame + grid;
    }

    public static string Bowl(Ink ink, ref Dice dice)
    {
        var ribs = "";
        for (var i = 0; i < 7; i++) ribs += Line($"M{-180 + (i * 60)} -30L{-130 + (i * 43)} 220", ink.Deep, 5, "opacity=\".3\"");
        var ears = Rect(-290, -50, 90, 54, 24, ink.Dark) + Rect(200, -50, 90, 54, 24, ink.Dark);
        var inside = Oval(0, -40, 226, 74, ink.Deep) + Oval(0, -24, 200, 56, ink.Dark);
        var rings = Oval(0, -20, 140, 34, "none", $"stroke=\"{ink.Light}\" stroke-width=\"7\" opacity=\".6\"") + Oval(0, -18, 80, 18, "none", $"stroke=\"{ink.Light}\" stroke-width=\"7\" opacity=\".6\"");
        var dots = dice.Chance(.5) ? Disc(-40, -24, 6, ink.Light) + Disc(40, -24, 6, ink.Light) + Disc(0, -8, 6, ink.Light) : "";
        return ears + Path("M-230 -40H230L190 190Q180 246 110 246H-110Q-180 246 -190 190Z", ink.Round) + ribs + inside + rings + dots;
    }
}
