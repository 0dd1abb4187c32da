using static Shop.Sandbox.Catalogue.Shapes.Ink;

namespace Shop.Sandbox.Catalogue.Shapes;

internal static class AutoShapes
{
    public static string Vacuum(Ink ink, ref Dice dice)
    {
        var nozzle = Path("M-290 160L-170 90V210L-280 236Z", "#3a404c");
        var cup = Rect(-180, 70, 190, 160, 40, "#dfe9ef", "opacity=\".9\"") + Rect(-120, 90, 60, 120, 20, "#aeb9c2") + Line("M-106 110V190M-90 110V190M-74 110V190", "#7d8791", 5);
        var body = Path("M0 60H150Q250 60 262 150Q266 236 190 236H0Z", ink.Fill);
        var handle = Line("M40 66C20 -90 200 -120 232 84", ink.Dark, 44) + Line("M46 50C40 -60 180 -90 214 60", ink.Light, 8, "opacity=\".5\"");
        var button = Rect(110, -66, 54, 20, 10, dice.Chance(.5) ? "#e4573d" : "#7fe0a0", "transform=\"rotate(8 137 -56)\"");
        return nozzle + handle + cup + body + button + Rect(30, 110, 130, 12, 6, ink.Pale, "opacity=\".7\"") + Disc(210, 150, 22, ink.Deep);
    }

    public static string Seat(Ink ink, ref Dice dice)
    {
        var head = Rect(-76, -270, 152, 96, 40, ink.Fill) + Rect(-44, -180, 16, 44, 5, "#9aa1ab") + Rect(28, -180, 16, 44, 5, "#9aa1ab");
        var back = Path("M-140 -146Q0 -176 140 -146Q176 -136 170 -90L150 120H-150L-170 -90Q-176 -136 -140 -146Z", ink.Fill) + Path("M-84 -110Q0 -126 84 -110L76 100H-76Z", ink.Dark, "opacity=\".7\"");
        var quilt = "";
        for (var y = -80; y < 90; y += 34) quilt += Line($"M-76 {y}L0 {y + 26}L76 {y}", ink.Pale, 4, "opacity=\".55\"");
        var seat = Path("M-190 120H190Q226 130 222 180Q218 240 170 240H-170Q-218 240 -222 180Q-226 130 -190 120Z", ink.Main) + Path("M-120 130H120L132 216H-132Z", ink.Dark, "opacity=\".6\"");
        var strap = dice.Chance(.5) ? Line("M150 -130L-130 130", "#2c313b", 24) : "";
        return head + back + quilt + seat + strap;
    }

    public static string SnowBrush(Ink ink, ref Dice dice)
    {
        var pole = Rect(-16, -210, 32, 420, 14, ink.Metal) + Rect(-28, -40, 56, 150, 26, "#2c313b");
        var bristles = "";
        for (var i = 0; i < 22; i++) bristles += Line($"M{-150 + (i * 14)} -200L{-156 + (i * 14.4)} -120", i % 2 == 0 ? "#e9edf2" : ink.Light, 8);
        var head = Rect(-166, -246, 332, 58, 24, ink.Fill);
        var scraper = Path("M-70 196H70L96 246H-96Z", ink.Fill) + Rect(-96, 240, 192, 10, 4, "#f0c04f");
        var snow = "";
        for (var i = 0; i < 16; i++) snow += Disc(-270 + dice.Below(540), -270 + dice.Below(480), 5 + dice.Below(8), "#fff", "opacity=\".95\"");
        return snow + Turn(24, bristles + pole + head + scraper);
    }

    public static string DashCam(Ink ink, ref Dice dice)
    {
        var mount = Rect(-40, -250, 80, 60, 12, "#2c313b") + Rect(-18, -200, 36, 90, 10, "#4a5160");
        var body = Rect(-240, -120, 480, 250, 60, ink.Fill) + Rect(-220, -104, 440, 60, 40, ink.Light, "opacity=\".35\"");
        var lens = Disc(-70, 6, 104, "#1b2130") + Disc(-70, 6, 76, "#2b3346") + Disc(-70, 6, 46, "#10151f") + Disc(-70, 6, 24, "#35588f") + Disc(-92, -20, 14, "#fff", "opacity=\".8\"");
        var grid = "";
        for (var i = 0; i < 5; i++) grid += Rect(90, -40 + (i * 22), 110, 9, 4, ink.Deep, "opacity=\".55\"");
        var strip = dice.Chance(.6) ? Line("M-280 220Q-140 180 0 220T280 220", "#b06cff", 20, "opacity=\".9\"") + Line("M-280 220Q-140 180 0 220T280 220", "#fff", 5, "opacity=\".8\"") : "";
        return mount + body + lens + grid + Disc(190, 100, 9, "#e4573d") + strip;
    }
}
