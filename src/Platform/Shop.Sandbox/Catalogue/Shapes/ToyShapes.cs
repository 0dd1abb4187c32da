using static Shop.Sandbox.Catalogue.Shapes.Ink;

namespace Shop.Sandbox.Catalogue.Shapes;

internal static class ToyShapes
{
    private static readonly string[] Bright = ["#e4573d", "#f2b134", "#4fa36b", "#3f74b8", "#a06cc0"];

    public static string Plush(Ink ink, ref Dice dice)
    {
        var ears = Disc(-112, -190, 58, ink.Ball) + Disc(112, -190, 58, ink.Ball) + Disc(-112, -188, 30, ink.Pale) + Disc(112, -188, 30, ink.Pale);
        var limbs = Oval(-170, 70, 50, 88, ink.Ball, "transform=\"rotate(24 -170 70)\"") + Oval(170, 70, 50, 88, ink.Ball, "transform=\"rotate(-24 170 70)\"") + Oval(-110, 200, 74, 52, ink.Ball) + Oval(110, 200, 74, 52, ink.Ball) + Oval(-112, 204, 38, 28, ink.Pale) + Oval(112, 204, 38, 28, ink.Pale);
        var body = Oval(0, 100, 150, 146, ink.Ball) + Oval(0, 116, 92, 96, ink.Pale, "opacity=\".85\"");
        var head = Oval(0, -110, 156, 136, ink.Ball) + Oval(0, -70, 66, 50, ink.Pale);
        var face = Disc(-58, -128, 15, "#2b2522") + Disc(58, -128, 15, "#2b2522") + Disc(-53, -133, 5, "#fff") + Disc(63, -133, 5, "#fff") + Oval(0, -88, 21, 15, "#3b2a25") + Line("M0 -74V-60M0 -60Q-22 -42 -38 -58M0 -60Q22 -42 38 -58", "#3b2a25", 6) + Oval(-92, -84, 22, 13, "#f2a39b", "opacity=\".6\"") + Oval(92, -84, 22, 13, "#f2a39b", "opacity=\".6\"");
        var bow = dice.Chance(.5) ? Path("M0 6L-72 -30V46ZM0 6L72 -30V46Z", "#d2504b") + Disc(0, 6, 17, "#b13d3a") : Line("M-96 4Q0 48 96 4", "#4a6fa5", 26);
        return limbs + body + ears + head + face + bow;
    }

    public static string Blocks(Ink ink, ref Dice dice)
    {
        var towers = "";
        for (var column = 0; column < 5; column++)
        {
            var height = 1 + dice.Below(column == 2 ? 5 : 4);
            for (var level = 0; level < height; level++) towers += Block(-260 + (column * 104), 164 - (level * 82), level == height - 1 && column == 2 ? ink.Main : dice.Pick(Bright));
        }

        return towers;
    }

    private static string Block(double x, double y, string colour)
    {
        var light = Mix(colour, "#FFFFFF", .35);
        return Rect(x + 14, y - 12, 26, 18, 6, light) + Rect(x + 60, y - 12, 26, 18, 6, light) + Rect(x, y, 100, 80, 9, colour) + Rect(x, y, 100, 20, 9, light, "opacity=\".7\"") + Rect(x + 84, y, 16, 80, 7, Mix(colour, "#1B2130", .25), "opacity=\".6\"");
    }

    public static string Car(Ink ink, ref Dice dice)
    {
        var big = dice.Chance(.5);
        var wheel = big ? 92 : 70;
        var body = Path("M-270 90Q-276 20 -210 4L-150 -10L-90 -100Q-76 -122 -46 -122H90Q116 -122 134 -100L196 -4Q276 10 280 90V120H-270Z", ink.Fill);
        var glass = Path("M-70 -88Q-62 -100 -46 -100H10V-8H-120ZM30 -100H84Q100 -100 110 -86L156 -8H30Z", ink.Screen) + Path("M-56 -90H-20L-60 -12H-108Z", "#fff", "opacity=\".18\"");
        var stripe = Line("M-262 66H272", ink.Pale, 14, "opacity=\".9\"") + Oval(262, 44, 16, 22, "#fff3cf") + Oval(-262, 50, 12, 18, "#d2504b");
        var antenna = Line("M-120 -30L-170 -220", "#4a5160", 6) + Disc(-170, -224, 10, "#d2504b");
        return antenna + body + glass + stripe + Wheel(-160, 246 - wheel, wheel) + Wheel(170, 246 - wheel, wheel);
    }

    private static string Wheel(double x, double y, double radius) =>
        Disc(x, y, radius, "#23272f") + Disc(x, y, radius, "none", "stroke=\"#3d434f\" stroke-width=\"14\" stroke-dasharray=\"18 12\"") + Disc(x, y, radius * .55, "#c3c9d1") + Disc(x, y, radius * .3, "#6b727d") + Disc(x - 8, y - 8, radius * .12, "#fff", "opacity=\".8\"");

    public static string Fidget(Ink ink, ref Dice dice)
    {
        var mat = Rect(-240, -230, 480, 476, 70, ink.Fill);
        var bubbles = "";
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                var x = -165 + (column * 110);
                var y = -155 + (row * 110);
                var pressed = dice.Chance(.3);
                bubbles += Disc(x, y, 44, pressed ? ink.Dark : ink.Light) + Disc(x, y + (pressed ? 4 : -3), 37, pressed ? ink.Deep : Bright[(row + column) % 5], "opacity=\".9\"") + Oval(x - 12, y - 16, 13, 8, "#fff", pressed ? "opacity=\".15\"" : "opacity=\".65\"");
            }
        }

        return mat + bubbles;
    }

    public static string Puzzle(Ink ink, ref Dice dice)
    {
        var pieces = "";
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var apart = row == 0 && column == 2;
                var x = -225 + (column * 150) + (apart ? 46 : 0);
                var y = -205 + (row * 150) - (apart ? 40 : 0);
                var colour = (row + column) % 2 == 0 ? ink.Main : dice.Pick(Bright);
                pieces += Turn(apart ? 14 : 0, Path("M0 0H52C38 -34 112 -34 98 0H150V52C184 38 184 112 150 98V150H0V98C34 112 34 38 0 52Z", colour, "stroke=\"#fff\" stroke-width=\"5\"") + Path("M0 0H52C38 -34 112 -34 98 0H150V20H0Z", "#fff", "opacity=\".22\""), x, y);
            }
        }

        return pieces;
    }

    public static string Bib(Ink ink, ref Dice dice)
    {
        var bib = Path("M-96 -250C-160 -250 -170 -130 -186 -40C-206 70 -200 246 -60 246H60C200 246 206 70 186 -40C170 -130 160 -250 96 -250C92 -130 -92 -130 -96 -250Z", ink.Fill);
        var pocket = Path("M-170 110Q0 170 170 110Q178 246 60 246H-60Q-178 246 -170 110Z", ink.Dark) + Path("M-170 110Q0 170 170 110L168 132Q0 190 -168 132Z", ink.Pale);
        var pattern = dice.Chance(.5) ? Disc(-70, 20, 26, ink.Pale) + Disc(60, 40, 20, ink.Pale) + Disc(0, -40, 16, ink.Pale) : Path("M0 -50l16 40h42l-34 26l14 42l-38 -26l-38 26l14 -42l-34 -26h42Z", ink.Pale);
        var spoon = Turn(24, Rect(-9, 0, 18, 190, 9, ink.Wood) + Oval(0, -20, 34, 46, ink.Main), 236, 20);
        return spoon + bib + pattern + pocket;
    }
}
