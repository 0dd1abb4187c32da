using static Shop.Sandbox.Catalogue.Shapes.Ink;

namespace Shop.Sandbox.Catalogue.Shapes;

internal static class PetShapes
{
    public static string Bed(Ink ink, ref Dice dice)
    {
        var ring = Oval(0, 120, 280, 130, ink.Fill) + Oval(0, 96, 280, 118, ink.Light, "opacity=\".35\"");
        var inside = Oval(0, 92, 190, 70, ink.Dark) + Oval(0, 104, 176, 58, ink.Pale);
        var tufts = "";
        for (var i = 0; i < 22; i++)
        {
            var angle = i * Math.PI / 11;
            tufts += Disc(240 * Math.Cos(angle), 116 + (104 * Math.Sin(angle)), 34, ink.Main, "opacity=\".5\"") + Disc(236 * Math.Cos(angle), 108 + (100 * Math.Sin(angle)), 20, ink.Light, "opacity=\".45\"");
        }

        var dog = dice.Chance(.6) ? Sleeper("#c99a66", "#a5764a") : Sleeper("#8d9099", "#6c6f78");
        return ring + tufts + inside + dog;
    }

    private static string Sleeper(string coat, string shade) =>
        Oval(-10, 62, 130, 58, coat) + Disc(92, 40, 54, coat) + Oval(62, 0, 18, 34, shade, "transform=\"rotate(-24 62 0)\"") + Oval(124, 4, 18, 34, shade, "transform=\"rotate(24 124 4)\"")
        + Oval(108, 62, 26, 18, "#f3e4d0") + Oval(116, 54, 10, 7, "#2b2522") + Line("M70 40Q80 48 90 40M104 34Q112 42 122 36", "#2b2522", 5) + Line("M-132 60Q-180 40 -160 96", shade, 24);

    public static string CatToy(Ink ink, ref Dice dice)
    {
        var wand = Line("M-200 240L150 -200", ink.Dark, 18) + Line("M-200 240L-110 128", "#2c313b", 26);
        var cord = Line("M150 -200C240 -160 120 -40 176 30", "#9aa1ab", 5);
        var feathers = "";
        for (var i = 0; i < 5; i++) feathers += Turn(-40 + (i * 20), Oval(0, 78, 24, 82, i % 2 == 0 ? ink.Main : ink.Light) + Line("M0 10V150", ink.Deep, 4, "opacity=\".5\""), 176, 40);
        var ball = Disc(-130, -110, 74, ink.Ball) + Line("M-200 -120Q-130 -70 -62 -132", ink.Pale, 10, "opacity=\".8\"");
        var mouse = dice.Chance(.5) ? Oval(40, 214, 70, 34, "#a9adb5") + Disc(92, 190, 18, "#8d9199") + Disc(104, 212, 5, "#222") + Line("M-28 220Q-80 240 -110 206", "#8d9199", 8) : Disc(60, 206, 40, ink.Ball);
        return wand + cord + feathers + ball + Disc(176, 36, 20, "#f0c04f") + mouse;
    }

    public static string Collar(Ink ink, ref Dice dice)
    {
        var strap = Oval(0, 10, 226, 190, "none", $"stroke=\"{ink.Dark}\" stroke-width=\"64\"") + Oval(0, 4, 226, 190, "none", $"stroke=\"{ink.Main}\" stroke-width=\"54\"") + Oval(0, 4, 226, 190, "none", $"stroke=\"{ink.Pale}\" stroke-width=\"6\" stroke-dasharray=\"16 14\" opacity=\".8\"");
        var buckle = Rect(-62, 150, 124, 86, 18, "#2c313b") + Rect(-40, 166, 80, 54, 10, "#4a5160");
        var ring = Disc(0, 238, 26, "none", "stroke=\"#b9c0c9\" stroke-width=\"11\"");
        var tag = dice.Chance(.6) ? Path("M-6 -150a34 34 0 0 1 56 -20a34 34 0 0 1 10 56l-60 56l-60 -56a34 34 0 0 1 54 -36", ink.Metal) : Rect(-90, -212, 180, 32, 12, "#f4f6f8", "opacity=\".85\"");
        return strap + ring + buckle + tag;
    }

    public static string Fountain(Ink ink, ref Dice dice)
    {
        var basin = Path("M-210 60H210L186 206Q180 246 136 246H-136Q-180 246 -186 206Z", ink.Round) + Oval(0, 60, 210, 56, ink.Light) + Oval(0, 66, 184, 44, "#bfe3f5");
        var tower = Rect(-54, -90, 108, 150, 20, ink.Fill) + Oval(0, -90, 76, 24, ink.Pale);
        var water = Line("M-6 -98C-90 -120 -120 -40 -110 54M6 -98C90 -120 120 -40 110 54", "#8fd0f0", 16, "opacity=\".85\"") + Oval(0, -102, 34, 12, "#d8f0fb");
        var ripples = Oval(-110, 66, 40, 10, "none", "stroke=\"#fff\" stroke-width=\"5\" opacity=\".8\"") + Oval(110, 66, 40, 10, "none", "stroke=\"#fff\" stroke-width=\"5\" opacity=\".8\"");
        var sign = Disc(0, 160, 15, ink.Pale) + Disc(-22, 138, 9, ink.Pale) + Disc(0, 130, 9, ink.Pale) + Disc(22, 138, 9, ink.Pale);
        return basin + tower + water + ripples + (dice.Chance(.7) ? sign : Disc(0, 150, 12, "#7fe0a0"));
    }

    public static string Brush(Ink ink, ref Dice dice)
    {
        var handle = Turn(28, Rect(-38, 0, 76, 260, 36, ink.Fill) + Rect(-20, 60, 40, 140, 20, ink.Deep, "opacity=\".45\"") + Disc(0, 226, 12, "#fff", "opacity=\".8\""), 40, 0);
        var teeth = "";
        for (var i = 0; i < 13; i++) teeth += Line($"M{-138 + (i * 23)} -60V-150", "#c3c9d1", 6) + Disc(-138 + (i * 23), -152, 6, "#eef1f4");
        var head = Turn(-14, Rect(-170, -70, 340, 96, 44, ink.Round) + teeth, -30, -40);
        var fluff = Path("M-240 220C-290 170 -210 130 -190 170C-170 120 -90 130 -100 184C-50 180 -60 244 -110 240H-200C-230 244 -250 236 -240 220Z", dice.Chance(.5) ? "#d8b48a" : "#c9ccd3");
        return handle + head + fluff;
    }
}
