using NetVips;
using Shop.Platform.Kernel;

namespace Shop.Platform.Media;

/// <summary>Checks and converts images. The type is read from the content, never from a name or header.</summary>
internal static class Pictures
{
    private const long MostPixels = 60_000_000;

    static Pictures() => NetVips.NetVips.Concurrency = 1;

    /// <summary>The image without metadata, upright, at most <paramref name="maxSide"/> pixels: JPEG, or WebP when it has transparency.</summary>
    public static Outcome<Picture> Normalise(byte[] bytes, int maxSide)
    {
        if (!Known(bytes))
            return Problem.Invalid("media.not-an-image", "This is not a JPEG, PNG, WebP, GIF or AVIF image.");
        try
        {
            using (var header = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential))
            {
                // A small file can unfold to gigabytes: judged by its header, before a pixel is decoded.
                if ((long)header.Width * header.Height > MostPixels)
                    return Problem.Invalid("media.too-many-pixels", "The image has more than 60 million pixels.");
            }
            using var image = Image.ThumbnailBuffer(bytes, maxSide, height: maxSide, size: Enums.Size.Down);
            var encoded = image.HasAlpha()
                ? image.WebpsaveBuffer(q: 90, keep: Enums.ForeignKeep.None) : image.JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);
            return new Picture(encoded, image.HasAlpha() ? "webp" : "jpg", image.Width, image.Height);
        }
        catch (VipsException)
        {
            return Problem.Invalid("media.broken-image", "The image is damaged and cannot be read.");
        }
    }

    /// <summary>The stored image at a width (never enlarged) in <c>webp</c>, <c>avif</c> or <c>jpg</c>.</summary>
    public static byte[] Convert(string file, int? width, string format)
    {
        using var image = width is { } w ? Image.Thumbnail(file, w, height: 10_000, size: Enums.Size.Down) : Image.NewFromFile(file);
        return format switch
        {
            "webp" => image.WebpsaveBuffer(q: 80, effort: 3, keep: Enums.ForeignKeep.None),
            "avif" => image.HeifsaveBuffer(q: 55, compression: Enums.ForeignHeifCompression.Av1, effort: 2, keep: Enums.ForeignKeep.None),
            _ => Flat(image),
        };
    }

    private static byte[] Flat(Image image)
    {
        if (!image.HasAlpha())
            return image.JpegsaveBuffer(q: 82, keep: Enums.ForeignKeep.None);
        using var flat = image.Flatten(background: [255.0, 255.0, 255.0]);
        return flat.JpegsaveBuffer(q: 82, keep: Enums.ForeignKeep.None);
    }

    /// <summary>Only these reach the decoder library: it knows formats (SVG, PDF) that can do more than show a picture.</summary>
    private static bool Known(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ||
        bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ||
        (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) ||
        (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8) && bytes[8..12].SequenceEqual("avif"u8));
}

/// <param name="Extension"><c>jpg</c> or <c>webp</c>.</param>
internal sealed record Picture(byte[] Bytes, string Extension, int Width, int Height);
