using static Shop.Sandbox.Catalogue.Shapes.Ink;

namespace Shop.Sandbox.Catalogue.Shapes;

internal static class SportShapes
{
    public static string YogaMat(Ink ink, ref Dice dice)
    {
        var flat = Path("M-290 232L-120 96H230L288 232Z", ink.Main) + Path("M-290 232H288V246H-290Z", ink.Deep) + Line("M-236 214L-96 110H210", ink.Pale, 5, "opacity=\".6\"");
        var roll = Rect(-150, -80, 390, 190, 95, ink.Round, "transform=\"rotate(-6)\"");
        var spiral = Turn(-6, Oval(-146, 14, 64, 95, ink.Light) + Oval(-146, 14, 46, 72, ink.Main) + Oval(-146, 14, 30, 48, ink.Light) + Oval(-146, 14, 14, 24, ink.Dark));
        var strap = Turn(-6, Line("M-30 -80C-60 0 -60 40 -30 108M150 -80C120 0 120 40 150 108", ink.Deep, 16) + Line("M-30 -80C10 -230 110 -230 150 -80", ink.Deep, 12));
        var grain = dice.Chance(.5) ? Turn(-6, Line("M-80 -50H220M-80 -10H225M-80 30H225M-80 70H220", ink.Pale, 3, "opacity=\".35\" stroke-dasharray=\"4 10\"")) : "";
        return flat + roll + spiral + grain + strap;
    }

    public static string Bands(Ink ink, ref Dice dice)
    {
        string[] colours = [ink.Main, ink.Light, ink.Dark, "#f0c04f", "#2b2d33"];
        var loops = "";
        for (var i = 0; i < 5; i++)
        {
            var x = -200 + (i * 100);
            var tilt = -6 + dice.Below(13);
            loops += Turn(tilt, Rect(-40, -210, 80, 440, 40, "none", $"stroke=\"{Mix(colours[i], "#1B2130", .2)}\" stroke-width=\"{24 + (i * 4)}\"") + Rect(-40, -216, 80, 440, 40, "none", $"stroke=\"{colours[i]}\" stroke-width=\"{18 + (i * 4)}\""), x, 10);
        }

        return loops;
    }

    public static string MassageGun(Ink ink, ref Dice dice)
    {
        var handle = Turn(8, Rect(-52, -20, 104, 266, 48, ink.Round) + Rect(-36, 90, 72, 120, 30, "#2c313b", "opacity=\".6\""), 60, 0);
        var body = Rect(-120, -190, 320, 168, 82, ink.Fill) + Disc(140, -106, 56, "#2c313b") + Disc(140, -106, 40, ink.Screen) + Line("M120 -106A20 20 0 1 1 150 -88", "#7fe0a0", 8);
        var neck = Rect(-186, -138, 80, 64, 14, ink.Metal);
        var head = dice.Chance(.5) ? Disc(-226, -106, 66, ink.Ball) : Rect(-250, -164, 70, 116, 24, ink.Dark);
        return handle + neck + head + body + Gloss(-80, -176, 220, 18, 9, .4);
    }

    public static string Dumbbell(Ink ink, ref Dice dice)
    {
        if (dice.Chance(.3))
        {
            return Line("M-86 -60C-120 -260 120 -260 86 -60", ink.Dark, 46) + Line("M-80 -70C-106 -240 106 -240 80 -70", ink.Light, 9, "opacity=\".5\"") + Disc(0, 80, 164, ink.Ball) + Rect(-70, 226, 140, 20, 8, ink.Deep) + Disc(0, 80, 56, ink.Pale, "opacity=\".5\"");
        }

        var bar = Rect(-120, 92, 240, 52, 20, ink.Metal);
        return bar + Weight(ink, -1) + Weight(ink, 1) + Line("M-90 100V136M-60 100V136M-30 100V136M0 100V136M30 100V136M60 100V136M90 100V136", "#7d848f", 5);
    }

    private static string Weight(Ink ink, int side)
    {
        var x = side < 0 ? -280 : 110;
        return Rect(x, -10, 170, 256, 46, ink.Fill) + Rect(x + 24, 12, 122, 212, 34, ink.Light, "opacity=\".25\"") + Disc(x + 85, 118, 34, ink.Deep, "opacity=\".5\"");
    }

    public static string Tent(Ink ink, ref Dice dice)
    {
        var back = Path("M0 -200L280 236H-280Z", ink.Fill);
        var side = Path("M0 -200L280 236H120Z", ink.Dark);
        var door = Path("M0 -120L96 236H-96Z", ink.Deep) + Path("M0 -120L-96 236H-40Q-10 60 0 -120Z", ink.Light) + Path("M0 -120L96 236H40Q10 60 0 -120Z", ink.Pale, "opacity=\".6\"");
        var ropes = Line("M-150 30L-296 244M150 30L296 244", "#8a7a5c", 5);
        var grass = Oval(0, 244, 300, 18, "#8fae76", "opacity=\".8\"");
        var flag = dice.Chance(.5) ? Line("M0 -200V-270", "#6b4f38", 7) + Path("M0 -270L64 -248L0 -226Z", "#e4573d") : "";
        return grass + ropes + back + side + door + Line("M0 -200L-280 236M0 -200L280 236", ink.Pale, 6, "opacity=\".6\"") + flag;
    }

    public static string Backpack(Ink ink, ref Dice dice)
    {
        var loops = Line("M-50 -236C-50 -290 50 -290 50 -236", ink.Deep, 20);
        var body = Rect(-180, -240, 360, 486, 110, ink.Fill) + Rect(-200, 10, 60, 190, 26, ink.Dark) + Rect(140, 10, 60, 190, 26, ink.Dark);
        var pocket = Rect(-136, 30, 272, 196, 44, ink.Dark) + Rect(-136, 30, 272, 70, 40, ink.Main) + Line("M-112 96H112", ink.Pale, 8, "stroke-dasharray=\"10 6\"") + Rect(-12, 88, 24, 44, 8, "#d9dde2");
        var zip = Line("M-146 -40C-146 -230 146 -230 146 -40", ink.Pale, 7, "opacity=\".8\"") + Rect(136, -46, 18, 44, 7, "#d9dde2");
        var badge = dice.Chance(.6) ? Rect(-46, -130, 92, 54, 10, ink.Wood) : Line("M-100 -110H100M-80 -84H80", ink.Pale, 8, "opacity=\".6\"");
        return loops + body + zip + badge + pocket + Gloss(-150, -180, 24, 200, 12, .3);
    }

    public static string CoolerBag(Ink ink, ref Dice dice)
    {
        var handle = Line("M-130 -60C-130 -270 130 -270 130 -60", ink.Deep, 26);
        var body = Path("M-230 -60H230L250 200Q250 246 204 246H-204Q-250 246 -250 200Z", ink.Fill) + Path("M-230 -60Q0 -120 230 -60L222 -20H-222Z", ink.Light);
        var zip = Line("M-222 -20H222", "#2c313b", 7, "stroke-dasharray=\"9 5\"");
        var pocket = Rect(-150, 60, 300, 150, 22, ink.Dark, "opacity=\".6\"") + Line("M-150 100H150", ink.Pale, 6);
        var pattern = dice.Chance(.5) ? Path("M0 110V190M-34 130L34 170M34 130L-34 170", "none", "stroke=\"#fff\" stroke-width=\"10\" stroke-linecap=\"round\"") : Line("M-120 150Q-60 120 0 150T120 150", "#fff", 10, "opacity=\".8\"");
        return handle + body + zip + pocket + pattern;
    }

    public static string Umbrella(Ink ink, ref Dice dice)
    {
        var pole = Line("M0 -200V190C0 250 -70 250 -70 196", "#4a3a2c", 16);
        var hood = Path("M-280 10A280 250 0 0 1 280 10Q234 -34 186 10Q140 -34 93 10Q46 -34 0 10Q-46 -34 -93 10Q-140 -34 -186 10Q-234 -34 -280 10Z", ink.Fill);
        var ribs = Line("M0 -240Q-130 -160 -186 10M0 -240Q-60 -140 -93 10M0 -240V10M0 -240Q60 -140 93 10M0 -240Q130 -160 186 10", ink.Deep, 5, "opacity=\".35\"");
        var trim = dice.Chance(.5) ? Path("M-93 10Q-60 -140 0 -240Q60 -140 93 10Q46 -34 0 10Q-46 -34 -93 10Z", ink.Pale, "opacity=\".35\"") : "";
        return pole + hood + trim + ribs + Rect(-7, -274, 14, 40, 6, "#4a3a2c");
    }
}
