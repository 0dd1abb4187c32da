using static Shop.Sandbox.Catalogue.Shapes.Ink;

namespace Shop.Sandbox.Catalogue.Shapes;

internal static class TechShapes
{
    public static string PhoneCase(Ink ink, ref Dice dice)
    {
        var back = Rect(-140, -260, 280, 506, 52, ink.Fill) + Rect(-128, -248, 256, 482, 42, "none", $"stroke=\"{ink.Light}\" stroke-width=\"5\" opacity=\".7\"");
        var camera = Rect(-116, -236, 124, 124, 34, ink.Deep) + Lens(-84, -204) + Lens(-26, -204) + Lens(-84, -146) + Disc(-26, -146, 9, "#f7edc8");
        var ring = dice.Chance(.6) ? Disc(0, 40, 84, "none", $"stroke=\"{ink.Pale}\" stroke-width=\"12\" opacity=\".75\"") + Rect(-7, 138, 14, 44, 7, ink.Pale, "opacity=\".75\"") : Line("M-128 140Q-20 20 128 130M-128 190Q-10 70 128 180", ink.Pale, 10, "opacity=\".6\"");
        return Rect(136, -120, 10, 70, 5, ink.Deep) + back + camera + ring + Path("M-128 -200Q-128 -248 -80 -248H-40L-128 60Z", "#fff", "opacity=\".14\"");
    }

    private static string Lens(double x, double y) => Disc(x, y, 23, "#11151d") + Disc(x, y, 14, "#2b3a58") + Disc(x - 5, y - 6, 5, "#fff", "opacity=\".7\"");

    public static string Cable(Ink ink, ref Dice dice)
    {
        var turns = Oval(0, 40, 190, 150, "none", $"stroke=\"{ink.Dark}\" stroke-width=\"26\"") + Oval(6, 32, 176, 136, "none", $"stroke=\"{ink.Main}\" stroke-width=\"24\"") + Oval(-4, 46, 164, 120, "none", $"stroke=\"{ink.Light}\" stroke-width=\"22\"");
        var braid = Oval(6, 32, 176, 136, "none", $"stroke=\"{ink.Deep}\" stroke-width=\"24\" stroke-dasharray=\"3 9\" opacity=\".35\"");
        var ends = Line("M-120 -70Q-200 -150 -150 -190", ink.Main, 24) + Line("M130 -60Q220 -130 170 -190", ink.Main, 24);
        var tie = Rect(-30, 150, 60, 70, 12, "#2c313b");
        return ends + turns + braid + tie + Turn(-20, Plug(ink), -150, -190) + Turn(20, dice.Chance(.5) ? Plug(ink) : Broad(ink), 172, -190);
    }

    private static string Plug(Ink ink) => Rect(-24, -78, 48, 88, 14, ink.Deep) + Rect(-17, -110, 34, 40, 12, "#c9ced6") + Rect(-10, -104, 20, 8, 4, "#6b727d");

    private static string Broad(Ink ink) => Rect(-32, -78, 64, 88, 12, ink.Deep) + Rect(-26, -124, 52, 52, 4, "#c9ced6") + Rect(-16, -112, 12, 14, 2, "#6b727d") + Rect(6, -112, 12, 14, 2, "#6b727d");

    public static string Charger(Ink ink, ref Dice dice)
    {
        var base1 = Rect(-230, 196, 460, 50, 25, ink.Fill);
        var arm = Rect(-30, -40, 60, 246, 26, ink.Round);
        var puck = Turn(-10, Disc(0, 0, 118, ink.Fill) + Disc(0, 0, 92, "none", $"stroke=\"{ink.Pale}\" stroke-width=\"9\" opacity=\".8\"") + Path("M12 -46L-34 12H-4L-14 50L34 -12H4Z", ink.Pale), 0, -110);
        var buds = dice.Chance(.6) ? Oval(150, 186, 62, 20, ink.Light) + Rect(104, 132, 92, 56, 26, "#f7f8fa") + Line("M104 158H196", "#d5dae1", 4) : Disc(150, 176, 34, "#2c313b") + Disc(150, 176, 22, "#46506a");
        var led = Disc(-150, 220, 8, "#7fe0a0");
        return base1 + arm + puck + buds + led;
    }

    public static string Stand(Ink ink, ref Dice dice)
    {
        var foot = dice.Chance(.5) ? Oval(0, 226, 150, 24, ink.Dark) + Rect(-18, 40, 36, 190, 16, ink.Round) : Line("M0 40L-120 240M0 40L120 240M0 40V240", ink.Main, 22);
        var joint = Disc(0, 40, 36, ink.Ball);
        var phone = Turn(-8, Rect(-96, -270, 192, 330, 28, "#1b2130") + Rect(-84, -258, 168, 306, 20, ink.Screen) + Path("M-84 -60L20 -140L84 -70V30Q84 48 66 48H-66Q-84 48 -84 30Z", ink.Main, "opacity=\".75\"") + Disc(34, -196, 26, "#f6d46b") + Rect(-112, -40, 30, 80, 12, ink.Deep) + Rect(82, -40, 30, 80, 12, ink.Deep));
        return foot + joint + phone;
    }

    public static string Earbuds(Ink ink, ref Dice dice)
    {
        var box = Rect(-190, 20, 380, 226, 96, ink.Fill) + Path("M-190 112A96 92 0 0 1 -94 20H94A96 92 0 0 1 190 112V100H-190Z", ink.Light, "opacity=\".6\"") + Line("M-188 104H188", ink.Deep, 5, "opacity=\".5\"") + Disc(0, 140, 8, "#7fe0a0") + Gloss(-150, 50, 90, 16, 8, .45);
        var hook = dice.Chance(.35);
        return Turn(-14, Bud(ink, hook), -110, -120) + Turn(14, "<g transform=\"scale(-1 1)\">" + Bud(ink, hook) + "</g>", 110, -120) + box;
    }

    private static string Bud(Ink ink, bool hook) =>
        (hook ? Line("M-10 -60C-70 -170 90 -170 60 -20", ink.Dark, 18) : "") + Rect(-26, -10, 46, 140, 23, ink.Round) + Disc(4, -26, 62, ink.Ball) + Oval(48, -44, 30, 36, "#3a404c") + Oval(56, -46, 15, 20, "#1b1f27") + Disc(-14, -44, 11, "#fff", "opacity=\".6\"");

    public static string Speaker(Ink ink, ref Dice dice)
    {
        if (dice.Chance(.5))
        {
            return Rect(-120, -250, 240, 496, 90, ink.Round) + Rect(-104, -170, 208, 340, 60, ink.Deep, "opacity=\".45\"") + Mesh(ink, -90, -150, 9, 15) + Oval(0, -236, 100, 18, ink.Light) + Rect(-64, 184, 128, 20, 10, "#7fe0d0", "opacity=\".8\"") + Line("M110 -220C190 -200 190 -100 116 -90", "#2c313b", 14);
        }

        return Rect(-270, -80, 540, 326, 110, ink.Fill) + Disc(-140, 84, 104, ink.Deep) + Disc(140, 84, 104, ink.Deep) + Disc(-140, 84, 72, "#2c313b") + Disc(140, 84, 72, "#2c313b") + Disc(-140, 84, 28, ink.Light) + Disc(140, 84, 28, ink.Light) + Rect(-60, -110, 120, 34, 17, ink.Dark) + Gloss(-220, -62, 440, 14, 7, .35);
    }

    private static string Mesh(Ink ink, int left, int top, int columns, int rows)
    {
        var dots = "";
        for (var row = 0; row < rows; row++) for (var column = 0; column < columns; column++) dots += Disc(left + (column * 22.5), top + (row * 22), 5.5, ink.Main, "opacity=\".75\"");
        return dots;
    }

    public static string Watch(Ink ink, ref Dice dice)
    {
        var strap = Path("M-78 -120L-62 -290H62L78 -120ZM-78 130L-62 290H62L78 130Z", ink.Round) + Disc(0, 214, 7, ink.Deep) + Disc(0, 246, 7, ink.Deep);
        var round = dice.Chance(.5);
        var box = round ? Disc(0, 4, 148, ink.Metal) + Disc(0, 4, 130, ink.Screen) : Rect(-126, -146, 252, 300, 70, ink.Metal) + Rect(-112, -132, 224, 272, 58, ink.Screen);
        var face = Disc(0, 10, 82, "none", "stroke=\"#33405c\" stroke-width=\"16\"") + Line("M0 -72A82 82 0 1 1 -76 40", "#7fe0a0", 16) + Disc(0, 10, 56, "none", "stroke=\"#33405c\" stroke-width=\"13\"") + Line("M0 -46A56 56 0 0 1 50 34", "#f2b134", 13) + Line("M-18 10H4L14 -14L24 34L32 10H40", "#ef6f6c", 6, "transform=\"translate(-10 0)\"");
        return "<g transform=\"scale(.84)\">" + strap + Rect(round ? 144 : 122, -18, 20, 44, 8, "#9aa1ab") + box + face + Path("M-100 -80Q-60 -130 0 -124L-90 60Z", "#fff", "opacity=\".1\"") + "</g>";
    }

    public static string Camera(Ink ink, ref Dice dice)
    {
        var foot = Oval(0, 226, 130, 22, ink.Dark) + Rect(-24, 110, 48, 110, 18, ink.Round);
        var head = dice.Chance(.6) ? Disc(0, -30, 176, ink.Ball) + Disc(20, -30, 108, "#1b2130") : Rect(-170, -190, 340, 320, 80, ink.Fill) + Disc(0, -40, 112, "#1b2130");
        var lens = Disc(14, -32, 74, "#2b3346") + Disc(14, -32, 46, "#10151f") + Disc(14, -32, 24, "#2f4e86") + Disc(-2, -50, 13, "#fff", "opacity=\".8\"");
        return foot + head + lens + Disc(14, 62, 7, "#7fe0a0") + Line("M-60 -230Q0 -276 60 -230M-34 -200Q0 -226 34 -200", ink.Main, 12, "opacity=\".7\"");
    }

    public static string Keyboard(Ink ink, ref Dice dice)
    {
        var keys = "";
        var bright = dice.Chance(.5);
        for (var row = 0; row < 5; row++)
        {
            for (var column = 0; column < 13; column++)
            {
                if (row == 4 && column is > 3 and < 9) continue;
                var accent = (row == 0 && column == 0) || (row == 2 && column == 12) || (bright && (row + column) % 7 == 0);
                keys += Rect(-264 + (column * 41), -16 + (row * 46), 35, 38, 8, ink.Deep, "opacity=\".35\"") + Rect(-264 + (column * 41), -20 + (row * 46), 35, 36, 8, accent ? "#f2b134" : ink.Pale);
            }
        }

        return Rect(-290, -48, 580, 290, 26, ink.Fill) + keys + Rect(-100, 164, 199, 36, 8, ink.Pale) + Disc(250, -100, 34, ink.Ball) + Line("M250 -134V-180Q250 -220 200 -220H60", ink.Dark, 8);
    }

    public static string Laptop(Ink ink, ref Dice dice)
    {
        var stand = Path("M-200 240L-120 60H150L230 240H180L110 100H-80L-150 240Z", ink.Fill);
        var deck = Path("M-240 40L-190 -6H200L250 40V62H-240Z", "#c3c9d1");
        var screen = Path("M-180 -10L-150 -250H170L195 -10Z", "#2c313b") + Path("M-164 -24L-138 -234H158L180 -24Z", ink.Screen) + Path("M-158 -70L-60 -140L30 -80L110 -150L176 -60L180 -24H-164Z", dice.Chance(.5) ? "#4e9c98" : "#a06cc0", "opacity=\".8\"") + Disc(90, -190, 22, "#f6d46b");
        return stand + screen + deck + Gloss(-210, 14, 420, 10, 5, .5);
    }

    public static string Book(Ink ink, ref Dice dice)
    {
        var pages = Rect(-176, -236, 372, 476, 14, "#f7f3ea") + Line("M190 -220V226", "#ddd5c4", 5);
        var cover = Rect(-190, -244, 366, 486, 18, ink.Fill) + Rect(-190, -244, 54, 486, 18, ink.Deep, "opacity=\".4\"");
        var label = dice.Chance(.5) ? Rect(-80, -170, 200, 110, 12, "#f7f3ea") + Line("M-56 -136H96M-56 -108H60", ink.Main, 9) : Line("M-96 -150Q20 -220 130 -130T130 40T-90 60", ink.Pale, 12, "opacity=\".8\"");
        var band = Rect(110, -244, 20, 486, 0, ink.Deep, "opacity=\".7\"");
        var pen = Turn(16, Rect(-12, -190, 24, 330, 12, "#2c313b") + Path("M-12 140H12L0 182Z", "#d9b58a") + Rect(6, -180, 10, 100, 5, "#c3c9d1"), 236, 40);
        return pages + cover + label + band + pen;
    }
}
