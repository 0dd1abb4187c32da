using static Shop.Sandbox.Catalogue.Shapes.Ink;

namespace Shop.Sandbox.Catalogue.Shapes;

internal static class HomeShapes
{
    public static string Cushion(Ink ink, ref Dice dice)
    {
        var body = Path("M-230 -200Q0 -240 230 -200Q262 -196 256 -160Q226 20 256 205Q260 240 224 242Q0 214 -224 242Q-260 240 -256 205Q-226 20 -256 -160Q-262 -196 -230 -200Z", ink.Fill);
        var pattern = "";
        var kind = dice.Below(3);
        for (var i = 0; i < 5; i++)
        {
            var y = -140 + (i * 80);
            pattern += kind switch
            {
                0 => Line($"M-222 {y}Q0 {y - 24} 222 {y}", ink.Pale, 14, "opacity=\".55\""),
                1 => Line($"M-220 {y}L-150 {y - 30}L-80 {y}L-10 {y - 30}L60 {y}L130 {y - 30}L215 {y}", ink.Pale, 9, "opacity=\".7\""),
                _ => Disc(-170 + (i * 85), -80 + (i % 2 * 110), 26, ink.Pale, "opacity=\".55\"") + Disc(-130 + (i * 75), 120, 18, ink.Pale, "opacity=\".5\""),
            };
        }

        return body + pattern + Line("M-228 -190Q-196 20 -226 228", "#fff", 8, "opacity=\".25\"");
    }

    public static string Mat(Ink ink, ref Dice dice)
    {
        var body = Path("M-200 -60H190L285 235H-290Z", ink.Fill) + Path("M-290 235H285V247Q0 252 -290 247Z", ink.Deep);
        var round = dice.Chance(.5)
            ? Oval(0, 90, 150, 66, ink.Pale, "opacity=\".5\"") + Oval(0, 90, 96, 40, ink.Main)
            : Line("M-178 -30H170L250 205H-255Z", ink.Pale, 9, "opacity=\".8\"") + Line("M-150 10H146L210 170H-215Z", ink.Pale, 6, "opacity=\".6\"");
        var fringe = "";
        for (var x = -285; x < 285; x += 19) fringe += Line($"M{x} 244V262", ink.Dark, 5);
        return body + round + fringe;
    }

    public static string Box(Ink ink, ref Dice dice)
    {
        var front = Rect(-240, -60, 480, 306, 22, ink.Fill) + Rect(-240, -60, 480, 46, 20, ink.Dark, "opacity=\".35\"");
        var lid = Path("M-256 -140Q-256 -176 -220 -176H220Q256 -176 256 -140V-56H-256Z", ink.Light) + Path("M-256 -90H256V-56H-256Z", ink.Main);
        var handle = Rect(-70, 40, 140, 46, 23, ink.Deep, "opacity=\".55\"") + Rect(-58, 48, 116, 26, 13, ink.Pale, "opacity=\".7\"");
        var weave = "";
        if (dice.Chance(.5)) for (var y = 110; y < 236; y += 26) weave += Line($"M-226 {y}H226", ink.Deep, 5, "opacity=\".22\" stroke-dasharray=\"30 12\"");
        else weave = Rect(-200, 120, 400, 96, 14, "#fff", "opacity=\".28\"");
        return front + weave + lid + handle + Gloss(-230, -166, 440, 16, 8, .35);
    }

    public static string Curtain(Ink ink, ref Dice dice)
    {
        var folds = "";
        var rod = Rect(-290, -272, 580, 16, 8, "#6b4f38") + Disc(-290, -264, 18, "#6b4f38") + Disc(290, -264, 18, "#6b4f38");
        foreach (var side in new[] { -1, 1 })
        {
            for (var i = 0; i < 4; i++)
            {
                var x = side * (262 - (i * 54));
                folds += Path($"M{x - 32} -256Q{x - 20} 0 {x - (36 + (side * 4))} 244H{x + 36}Q{x + 24} 0 {x + 32} -256Z", ink.Round) + Disc(x, -262, 9, "#c9b08d");
            }
        }

        var window = Rect(-70, -230, 140, 420, 4, "#dfeefa") + Line("M0 -230V190M-70 -20H70", "#fff", 10);
        var trim = dice.Chance(.5) ? Line("M-290 200H-70M70 200H290", ink.Pale, 12, "opacity=\".7\"") : "";
        return window + rod + folds + trim;
    }

    public static string Diffuser(Ink ink, ref Dice dice)
    {
        var mist = Path("M0 -150C-70 -200 50 -230 -20 -300C60 -260 60 -220 34 -190C70 -210 60 -170 20 -150Z", "#fff", "opacity=\".75\"");
        var top = Path("M-120 20Q-110 -150 -16 -152H16Q110 -150 120 20Z", ink.Round);
        var ring = Rect(-150, 14, 300, 22, 10, "#ffe7b0") + Rect(-150, 14, 300, 22, 10, "#ffc95e", "opacity=\".5\"");
        var body = dice.Chance(.5) ? Path("M-150 34H150L130 210Q126 246 90 246H-90Q-126 246 -130 210Z", ink.Wood) : Path("M-150 34H150L136 210Q132 246 96 246H-96Q-132 246 -136 210Z", ink.Fill);
        var button = Disc(0, 150, 20, "#fff", "opacity=\".85\"") + Disc(0, 150, 9, ink.Main);
        return mist + top + body + ring + button + Gloss(-86, -90, 18, 90, 9, .4);
    }

    public static string Blanket(Ink ink, ref Dice dice)
    {
        var layers = "";
        for (var i = 0; i < 4; i++)
        {
            var y = 150 - (i * 92);
            layers += Path($"M-250 {y}Q-272 {y + 48} -250 {y + 94}H236Q272 {y + 92} 268 {y + 46}Q272 {y} 236 {y}Z", i % 2 == 0 ? ink.Fill : ink.Main) + Line($"M-246 {y + 92}H236", ink.Deep, 5, "opacity=\".3\"");
        }

        var dots = "";
        if (dice.Chance(.5)) for (var i = 0; i < 9; i++) dots += Disc(-210 + (i * 52), -80 + (i % 3 * 70), 11, ink.Pale, "opacity=\".8\"");
        else dots = Line("M-250 -78H262M-250 14H262M-250 106H262", ink.Pale, 12, "opacity=\".7\" stroke-dasharray=\"26 16\"");
        var corner = Path("M60 -126H236Q270 -120 262 -70L180 60Q140 -60 60 -126Z", ink.Light) + Line("M60 -126Q140 -60 180 60", ink.Dark, 4, "opacity=\".5\"");
        return layers + dots + corner;
    }

    public static string Lamp(Ink ink, ref Dice dice)
    {
        var glow = Path("M-150 -110L-270 200H70L10 -50Z", "#ffe9ad", "opacity=\".5\"");
        var stand = Rect(-40, 214, 240, 32, 16, ink.Dark) + Line("M90 220L120 -60L-20 -200", ink.Main, 22) + Line("M90 220L120 -60L-20 -200", ink.Light, 6, "opacity=\".6\"") + Disc(120, -60, 20, ink.Deep);
        var head = dice.Chance(.5)
            ? Turn(32, Path("M-110 0Q-100 -100 0 -108Q100 -100 110 0Z", ink.Fill) + Oval(0, 0, 110, 22, "#fff3cf"), -70, -150)
            : Turn(20, Rect(-130, -40, 260, 46, 22, ink.Fill) + Rect(-112, 2, 224, 14, 7, "#fff3cf"), -80, -180);
        return glow + stand + head;
    }

    public static string Lights(Ink ink, ref Dice dice)
    {
        var lines = Line("M-290 -210Q-150 -60 0 -190T290 -210M-290 -40Q-150 110 0 -20T290 -40M-290 130Q-150 270 0 150T290 130", "#4c5a4d", 6);
        var warm = dice.Chance(.6) ? "#ffd76b" : ink.Light;
        var bulbs = "";
        for (var row = 0; row < 3; row++)
        {
            for (var i = 0; i < 8; i++)
            {
                var x = -260 + (i * 74);
                var y = -170 + (row * 170) + (60 * Math.Sin((i + .6) * 1.55));
                bulbs += Disc(x, y + 20, 34, warm, "opacity=\".35\"") + Oval(x, y + 20, 15, 21, i % 3 == 0 ? ink.Main : warm) + Rect(x - 7, y - 12, 14, 14, 4, "#3b443c") + Oval(x - 4, y + 14, 4, 8, "#fff", "opacity=\".8\"");
            }
        }

        return lines + bulbs;
    }

    public static string NightLight(Ink ink, ref Dice dice)
    {
        var glow = Disc(0, -20, 270, "#fff2c4", "opacity=\".55\"") + Disc(0, -20, 210, "#ffe9a3", "opacity=\".5\"");
        var ball = Disc(0, -10, 160, ink.Ball) + Oval(-54, -76, 46, 26, "#fff", "opacity=\".55\" transform=\"rotate(-30 -54 -76)\"");
        var stars = "";
        for (var i = 0; i < 12; i++) stars += Disc(-230 + dice.Below(460), -260 + dice.Below(380), 4 + dice.Below(5), "#fff", "opacity=\".9\"");
        var moon = Path("M30 -80A86 86 0 1 0 60 60A70 70 0 1 1 30 -80Z", "#fff6d8", "opacity=\".85\"");
        return glow + stars + Path("M-110 130H110L140 246H-140Z", ink.Wood) + ball + moon;
    }
}
