using System.Globalization;
using System.Text;

namespace Shop.Sandbox.Catalogue.Shapes;

/// <summary>A product picture as SVG: backdrop, shadow, the product in its colour. Every view is another kind of shot.</summary>
internal static class Scene
{
    private static readonly string[] Backdrops = ["#F1EAE0", "#E3EBF2", "#E6EFE6", "#F5E6E2", "#ECE7F3", "#F4EFD9", "#E1EEEE", "#ECEDF0"];
    private static readonly string[] House = ["#3F74B8", "#7FA07A", "#D6784A", "#A08BC2", "#C8443F", "#2B2D33", "#DCCDB4", "#EDB1B8", "#4E9C98"];

    public static string Svg(Product product, int seed, int view, string? hex, IReadOnlyList<string> colours)
    {
        var dice = Dice.Of(seed, "picture", product.Index);
        var backdrop = dice.Pick(Backdrops);
        var own = dice.Pick(House);
        var variant = dice.Next();
        var main = hex ?? own;
        var drawing = ShapeBook.Of(product.Family.Shape);
        return view switch
        {
            1 => Tilted(drawing, main, variant, Ink.Mix(main, "#FFFFFF", 0.82)),
            2 => Row(drawing, colours.Count > 1 ? colours : [main, own, Ink.Mix(main, "#FFFFFF", .4)], variant, backdrop),
            3 => Measured(drawing, main, variant),
            4 => Room(drawing, main, variant, backdrop),
            5 => Close(drawing, main, variant, Ink.Mix(main, "#FFFFFF", 0.6)),
            _ => Studio(drawing, main, variant, backdrop),
        };
    }

    private static string Studio(ShapeBook.Drawing drawing, string main, ulong variant, string backdrop) =>
        Frame(backdrop, Backdrop(backdrop) + Place(drawing, "a", main, variant, 400, 410, 1.12));

    private static string Tilted(ShapeBook.Drawing drawing, string main, ulong variant, string backdrop)
    {
        var circle = Ink.Disc(400, 400, 300, Ink.Mix(backdrop, main, .22));
        return Frame(backdrop, Backdrop(backdrop) + circle + Place(drawing, "a", main, variant, 400, 410, 1.02, -9));
    }

    private static string Row(ShapeBook.Drawing drawing, IReadOnlyList<string> colours, ulong variant, string backdrop)
    {
        var shown = colours.Take(3).ToList();
        var step = 800.0 / (shown.Count + 0.35);
        var items = string.Concat(shown.Select((colour, n) => Place(drawing, "c" + n.ToString(CultureInfo.InvariantCulture), colour, variant, (step * (n + 0.675)) - 2, 410 + (n % 2 * 30), 1.35 / shown.Count)));
        return Frame(backdrop, Backdrop(backdrop) + items);
    }

    private static string Measured(ShapeBook.Drawing drawing, string main, ulong variant)
    {
        const string Grey = "#9aa3af";
        var lines = Ink.Line("M130 725H670M130 712V738M670 712V738M80 150V670M67 150H93M67 670H93", Grey, 3);
        return Frame("#FFFFFF", Ink.Rect(0, 0, 800, 800, 0, "#fff") + Place(drawing, "a", main, variant, 410, 405, .88) + lines);
    }

    private static string Room(ShapeBook.Drawing drawing, string main, ulong variant, string wall)
    {
        var floor = Ink.Mix("#C9A27A", wall, .25);
        var window = Ink.Path("M40 0L250 0L420 520L190 520Z", "#fff", "opacity=\".28\"") + Ink.Path("M290 0L400 0L570 520L450 520Z", "#fff", "opacity=\".22\"");
        var table = Ink.Rect(0, 560, 800, 240, 0, floor) + Ink.Rect(0, 560, 800, 10, 0, "#fff", "opacity=\".35\"") + Ink.Line("M0 640Q300 628 800 646M0 720Q420 735 800 712", Ink.Mix(floor, "#5a3d22", .25), 2, "opacity=\".5\"");
        var plant = "<g transform=\"translate(668 560)\">" + Ink.Path("M-44 -70H44L32 0H-32Z", "#f6f3ee") + Ink.Line("M0 -70C-8 -150 -50 -190 -80 -215M0 -70C4 -170 10 -220 0 -270M0 -70C12 -140 50 -180 88 -200", "#5f8a63", 7)
            + Ink.Oval(-84, -222, 34, 15, "#6d9c70", "transform=\"rotate(38 -84 -222)\"") + Ink.Oval(0, -284, 16, 38, "#7aab7c") + Ink.Oval(92, -208, 34, 15, "#6d9c70", "transform=\"rotate(-32 92 -208)\"") + "</g>";
        return Frame(wall, Ink.Rect(0, 0, 800, 800, 0, Ink.Mix(wall, "#B9A58C", .12)) + window + table + plant + Place(drawing, "a", main, variant, 345, 440, .86));
    }

    private static string Close(ShapeBook.Drawing drawing, string main, ulong variant, string backdrop) =>
        Frame(backdrop, Backdrop(backdrop) + Place(drawing, "a", main, variant, 380, 470, 1.9, 6));

    private static string Place(ShapeBook.Drawing drawing, string key, string main, ulong variant, double x, double y, double scale, double turn = 0)
    {
        var ink = new Ink(key, main);
        var dice = new Dice(variant);
        var shadow = Ink.Oval(0, 246, 215, 26, "#20293a", "opacity=\".22\" filter=\"url(#blur)\"");
        var place = string.Create(CultureInfo.InvariantCulture, $"translate({x:0.#} {y:0.#}) scale({scale:0.###}) rotate({turn:0.#})");
        return $"<defs>{ink.Defs}</defs><g transform=\"{place}\">{shadow}{drawing(ink, ref dice)}</g>";
    }

    private static string Backdrop(string colour) =>
        Ink.Rect(0, 0, 800, 800, 0, "url(#bg)") + Ink.Rect(0, 600, 800, 200, 0, Ink.Mix(colour, "#6B7280", .16), "opacity=\".35\" filter=\"url(#wide)\"");

    private static string Frame(string colour, string body) => new StringBuilder()
        .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"800\" viewBox=\"0 0 800 800\"><defs>")
        .Append("<radialGradient id=\"bg\" cx=\".42\" cy=\".36\" r=\".85\"><stop offset=\"0\" stop-color=\"").Append(Ink.Mix(colour, "#FFFFFF", .7))
        .Append("\"/><stop offset=\"1\" stop-color=\"").Append(Ink.Mix(colour, "#8C8577", .1)).Append("\"/></radialGradient>")
        .Append("<filter id=\"blur\" x=\"-30%\" y=\"-150%\" width=\"160%\" height=\"400%\"><feGaussianBlur stdDeviation=\"14\"/></filter>")
        .Append("<filter id=\"wide\" x=\"-10%\" y=\"-60%\" width=\"120%\" height=\"220%\"><feGaussianBlur stdDeviation=\"38\"/></filter></defs>")
        .Append(body).Append("</svg>").ToString();
}
