using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NetVips;
using Shop.Sandbox.Catalogue.Shapes;

namespace Shop.Sandbox.Catalogue;

/// <summary>Draws product pictures on request and keeps the latest ones.</summary>
public sealed partial class PictureStudio(ProductCatalogue catalogue)
{
    private const int MostKept = 400;
    private const int FullSize = 800;

    private readonly ConcurrentDictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    /// <summary>Names: <c>S{index}v{view}.jpg</c> or <c>S{index}c{colour value id}.jpg</c>, at will followed by <c>_350x350.jpg</c>.</summary>
    public IResult Serve(string name)
    {
        if (Name().Match(name) is not { Success: true } match) return Results.NotFound();
        var index = int.Parse(match.Groups["index"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (index >= catalogue.Count) return Results.NotFound();
        var format = match.Groups["again"].Success ? match.Groups["again"].Value : match.Groups["format"].Value;
        var size = match.Groups["size"].Success ? Math.Clamp(int.Parse(match.Groups["size"].ValueSpan, CultureInfo.InvariantCulture), 16, FullSize) : FullSize;
        var bytes = kept.GetOrAdd(name, _ => Draw(index, match.Groups["kind"].Value, match.Groups["number"].Value, size, format));
        Remember(name);
        return Results.Bytes(bytes, format switch { "png" => "image/png", "webp" => "image/webp", _ => "image/jpeg" });
    }

    private byte[] Draw(int index, string kind, string number, int size, string format)
    {
        var product = catalogue.At(index);
        var colours = product.Skus.SelectMany(sku => sku.Options).Where(option => option.Choice.Hex is not null).DistinctBy(option => option.Choice.ValueId).ToList();
        var chosen = kind == "c" ? colours.FirstOrDefault(option => option.Choice.ValueId.ToString(CultureInfo.InvariantCulture) == number) : null;
        var view = kind == "v" ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
        var hex = chosen?.Choice.Hex ?? colours.ElementAtOrDefault(0)?.Choice.Hex;
        var svg = Scene.Svg(product, catalogue.Seed, view, hex, [.. colours.Select(option => option.Choice.Hex!)]);
        using var image = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg), scale: size / (double)FullSize);
        using var flat = image.Flatten(background: [255, 255, 255]);
        return format switch
        {
            "png" => flat.PngsaveBuffer(compression: 6),
            "webp" => flat.WebpsaveBuffer(q: 82),
            _ => flat.JpegsaveBuffer(q: 86, optimizeCoding: true),
        };
    }

    private void Remember(string name)
    {
        order.Enqueue(name);
        while (kept.Count > MostKept && order.TryDequeue(out var oldest)) kept.TryRemove(oldest, out _);
    }

    [GeneratedRegex(@"^S(?<index>[0-9a-f]{6})(?<kind>[vc])(?<number>[0-9]{1,12})\.(?<format>jpg|png|webp)(_(?<size>[0-9]{2,4})x[0-9]{2,4}\.(?<again>jpg|png|webp))?$")]
    private static partial Regex Name();
}
