using static Shop.Sandbox.Catalogue.Shapes.Ink;

namespace Shop.Sandbox.Catalogue.Shapes;

internal static class BeautyShapes
{
    public static string Brushes(Ink ink, ref Dice dice)
    {
        var fan = "";
        for (var i = 0; i < 5; i++)
        {
            var wide = 26 + dice.Below(26);
            fan += Turn(-32 + (i * 16), Rect(-11, -90, 22, 250, 11, ink.Round) + Rect(-16, -130, 32, 60, 6, ink.Metal) + Path($"M-16 -126C{-wide - 14} -190 {-wide + 4} -250 0 -262C{wide - 4} -250 {wide + 14} -190 16 -126Z", "#e8c9b4") + Path($"M-8 -140C{-wide} -200 -14 -240 0 -256C0 -200 -2 -160 -8 -140Z", "#fff", "opacity=\".35\""), (i - 2) * 26, 60);
        }

        return fan + Path("M-120 70H120L102 220Q98 246 72 246H-72Q-98 246 -102 220Z", ink.Fill) + Rect(-128, 58, 256, 26, 12, ink.Light) + Line("M-60 160H60", ink.Pale, 8, "opacity=\".7\"");
    }

    public static string Roller(Ink ink, ref Dice dice)
    {
        var handle = Rect(-22, -40, 44, 230, 22, ink.Round);
        var top = Line("M-100 -150V-90Q-100 -50 0 -50Q100 -50 100 -90V-150", "#d9b36b", 13) + Rect(-110, -210, 220, 92, 46, ink.Fill) + Gloss(-80, -198, 130, 18, 9, .5);
        var small = Line("M-50 210V200Q-50 186 0 186Q50 186 50 200V214", "#d9b36b", 10) + Rect(-58, 196, 116, 48, 24, ink.Fill);
        var stone = dice.Chance(.7) ? Turn(18, Path("M0 -70C60 -74 90 -20 60 40C50 80 -10 70 -10 34C-10 0 -60 20 -66 -14C-70 -50 -40 -68 0 -70Z", ink.Light) + Oval(14, -36, 26, 10, "#fff", "opacity=\".5\""), 190, 150) : "";
        return "<g transform=\"rotate(-14)\">" + handle + top + small + "</g>" + stone;
    }

    public static string HairTool(Ink ink, ref Dice dice)
    {
        var brush = dice.Chance(.5);
        var handle = Rect(-48, 20, 96, 226, 44, ink.Round) + Disc(0, 110, 16, ink.Pale) + Disc(0, 156, 11, ink.Pale) + Line("M0 246Q0 290 60 286", "#2c313b", 12);
        if (!brush)
        {
            return Rect(-60, -250, 52, 290, 22, ink.Fill) + Rect(8, -250, 52, 290, 22, ink.Dark) + Rect(-14, -240, 12, 180, 5, "#d9b36b") + Rect(2, -240, 12, 180, 5, "#d9b36b") + handle;
        }

        var teeth = "";
        for (var row = 0; row < 8; row++) for (var column = 0; column < 5; column++) teeth += Disc(-56 + (column * 28), -236 + (row * 30), 6, ink.Pale);
        return Rect(-84, -274, 168, 290, 78, "#2c313b") + Rect(-92, -250, 184, 240, 84, "none", $"stroke=\"{ink.Light}\" stroke-width=\"12\" stroke-dasharray=\"4 18\"") + teeth + handle + Rect(-60, 6, 120, 30, 14, ink.Light);
    }

    public static string Glasses(Ink ink, ref Dice dice)
    {
        var round = dice.Chance(.5);
        var tint = dice.Chance(.6) ? ink.Screen : ink.Main;
        var arms = Line("M-260 -20Q-290 -10 -284 90M260 -20Q290 -10 284 90", ink.Dark, 18);
        var lenses = round
            ? Disc(-136, 40, 118, tint, $"stroke=\"{ink.Main}\" stroke-width=\"20\" fill-opacity=\".86\"") + Disc(136, 40, 118, tint, $"stroke=\"{ink.Main}\" stroke-width=\"20\" fill-opacity=\".86\"")
            : Path("M-264 -56H-34Q-22 -56 -22 -40C-22 90 -70 150 -140 150C-220 150 -266 80 -274 -36Q-276 -56 -264 -56ZM264 -56H34Q22 -56 22 -40C22 90 70 150 140 150C220 150 266 80 274 -36Q276 -56 264 -56Z", tint, $"stroke=\"{ink.Main}\" stroke-width=\"18\" stroke-linejoin=\"round\" fill-opacity=\".86\"");
        var bridge = Line("M-24 10Q0 -22 24 10", ink.Main, 18);
        var shine = Path("M-220 -20L-150 -30L-200 100L-236 50Z", "#fff", "opacity=\".3\"") + Path("M60 -20L130 -30L80 100L44 50Z", "#fff", "opacity=\".3\"");
        return arms + lenses + bridge + shine;
    }

    public static string Necklace(Ink ink, ref Dice dice)
    {
        const string Gold = "#d9b36b";
        var bust = Path("M-70 -280H70C66 -150 110 -120 190 -90C260 -60 260 246 230 246H-230C-260 246 -260 -60 -190 -90C-110 -120 -66 -150 -70 -280Z", Mix(ink.Main, "#FFFFFF", .72));
        var chain = Line("M-92 -130C-90 40 -40 80 0 86C40 80 90 40 92 -130", Gold, 7) + (dice.Chance(.5) ? Line("M-84 -136C-70 -40 -30 10 0 16C30 10 70 -40 84 -136", Gold, 5) : "");
        var pendant = dice.Below(3) switch
        {
            0 => Path("M0 92C-50 40 -70 130 0 172C70 130 50 40 0 92Z", ink.Fill),
            1 => Disc(0, 128, 40, Gold) + Disc(0, 128, 27, ink.Ball),
            _ => Path("M0 84L42 126L0 190L-42 126Z", ink.Fill) + Path("M0 84L42 126H-42Z", "#fff", "opacity=\".4\""),
        };
        return bust + chain + pendant + Disc(-12, 116, 6, "#fff", "opacity=\".9\"");
    }

    public static string Beanie(Ink ink, ref Dice dice)
    {
        var pom = dice.Chance(.7) ? Disc(0, -214, 72, ink.Light) + Disc(-24, -236, 26, "#fff", "opacity=\".35\"") + Disc(30, -196, 24, ink.Main, "opacity=\".5\"") : "";
        var dome = Path("M-210 110C-230 -210 230 -210 210 110Z", ink.Fill);
        var knit = "";
        for (var i = -4; i <= 4; i++) knit += Line($"M{i * 46} 104Q{i * 40} -60 {i * 12} -138", ink.Deep, 7, "opacity=\".2\"");
        var cuff = Rect(-232, 86, 464, 134, 44, ink.Main);
        for (var x = -206; x <= 206; x += 34) cuff += Rect(x - 9, 98, 18, 110, 9, ink.Light, "opacity=\".35\"");
        return pom + dome + knit + cuff + Rect(90, 124, 74, 58, 8, ink.Wood);
    }
}
