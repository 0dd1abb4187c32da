using System.Globalization;

namespace Shop.Sandbox.Catalogue.Shapes;

/// <summary>The colours of one drawn product and the few strokes every drawing is made of.</summary>
internal sealed class Ink
{
    private readonly string key;

    public Ink(string key, string main)
    {
        this.key = key;
        Main = main;
        Light = Mix(main, "#FFFFFF", 0.45);
        Pale = Mix(main, "#FFFFFF", 0.75);
        // White things would melt into a pale backdrop: their shadows are drawn deeper.
        var pale = Part(main, 0) + Part(main, 1) + Part(main, 2) > 660;
        Dark = Mix(main, "#3A4256", pale ? 0.4 : 0.3);
        Deep = Mix(main, "#1B2130", 0.55);
    }

    public string Main { get; }

    public string Light { get; }

    public string Pale { get; }

    public string Dark { get; }

    public string Deep { get; }

    /// <summary>Lit from the upper left.</summary>
    public string Fill => $"url(#{key}f)";

    /// <summary>A cylinder: bright on the left third, dark at the edges.</summary>
    public string Round => $"url(#{key}r)";

    /// <summary>A ball.</summary>
    public string Ball => $"url(#{key}b)";

    public string Metal => $"url(#{key}m)";

    public string Screen => $"url(#{key}s)";

    public string Wood => $"url(#{key}w)";

    public string Defs => $"""
        <linearGradient id="{key}f" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="{Light}"/><stop offset=".45" stop-color="{Main}"/><stop offset="1" stop-color="{Dark}"/></linearGradient>
        <linearGradient id="{key}r"><stop offset="0" stop-color="{Dark}"/><stop offset=".28" stop-color="{Light}"/><stop offset=".55" stop-color="{Main}"/><stop offset="1" stop-color="{Deep}"/></linearGradient>
        <radialGradient id="{key}b" cx=".36" cy=".3" r=".8"><stop offset="0" stop-color="{Pale}"/><stop offset=".45" stop-color="{Main}"/><stop offset="1" stop-color="{Deep}"/></radialGradient>
        <linearGradient id="{key}m"><stop offset="0" stop-color="#8b929c"/><stop offset=".3" stop-color="#f4f6f8"/><stop offset=".6" stop-color="#c3c9d1"/><stop offset="1" stop-color="#7d848f"/></linearGradient>
        <linearGradient id="{key}s" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#3c4a66"/><stop offset=".5" stop-color="#1c2436"/><stop offset="1" stop-color="#0f1522"/></linearGradient>
        <linearGradient id="{key}w" x1="0" y1="0" x2="1" y2=".3"><stop offset="0" stop-color="#d9b58a"/><stop offset="1" stop-color="#b58a5a"/></linearGradient>
        """;

    public static string Mix(string from, string to, double share)
    {
        Span<int> mixed = stackalloc int[3];
        for (var i = 0; i < 3; i++) mixed[i] = (int)Math.Round((Part(from, i) * (1 - share)) + (Part(to, i) * share));
        return $"#{mixed[0]:X2}{mixed[1]:X2}{mixed[2]:X2}";
    }

    public static string Rect(double x, double y, double width, double height, double round, string fill, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\" fill=\"{fill}\" {more}/>");

    public static string Disc(double x, double y, double radius, string fill, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\" {more}/>");

    public static string Oval(double x, double y, double rx, double ry, string fill, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\" fill=\"{fill}\" {more}/>");

    public static string Path(string d, string fill, string more = "") => $"<path d=\"{d}\" fill=\"{fill}\" {more}/>";

    public static string Line(string d, string stroke, double width, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"<path d=\"{d}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width}\" stroke-linecap=\"round\" stroke-linejoin=\"round\" {more}/>");

    public static string Turn(double degrees, string inner, double x = 0, double y = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"<g transform=\"translate({x} {y}) rotate({degrees})\">{inner}</g>");

    /// <summary>A soft stripe of light.</summary>
    public static string Gloss(double x, double y, double width, double height, double round, double strength = .35) =>
        Rect(x, y, width, height, round, "#fff", string.Create(CultureInfo.InvariantCulture, $"opacity=\"{strength}\""));

    private static int Part(string hex, int i) => int.Parse(hex.AsSpan(1 + (i * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
