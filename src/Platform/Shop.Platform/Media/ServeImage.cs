using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Shop.Platform.Kernel;

namespace Shop.Platform.Media;

/// <summary>Serves a stored image at one of a few widths, in the best form the browser takes. Each form is made once and kept on disk.</summary>
internal sealed class ServeImage(MediaStore store, IOptions<MediaOptions> options)
{
    private static readonly int[] Widths = [320, 480, 640, 960, 1280];

    // Converting holds a core and tens of megabytes: a burst of first requests must not take the machine.
    private static readonly SemaphoreSlim Converting = new(2);

    /// <returns>Path of the file to send and its type. Null when this tenant has no such image.</returns>
    public async Task<ServedImage?> FindAsync(TenantId tenant, string hash, int? width, string accept, CancellationToken cancellationToken)
    {
        if (store.Find(tenant, hash) is not { } original)
            return null;
        var format = accept.Contains("image/avif", StringComparison.OrdinalIgnoreCase) && options.Value.Avif ? "avif"
            : accept.Contains("image/webp", StringComparison.OrdinalIgnoreCase) ? "webp" : "jpg";
        // A width that is not offered gets the next larger: free widths would let anyone fill the disk.
        var size = width is null ? (int?)null : Widths.FirstOrDefault(w => w >= width, Widths[^1]);
        var path = store.PathOf(tenant, hash, $"w{size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "full"}.{format}");
        if (!File.Exists(path))
            await MakeAsync(original, path, size, format, cancellationToken);
        return new ServedImage(path, format == "jpg" ? "image/jpeg" : $"image/{format}");
    }

    private async Task MakeAsync(string original, string path, int? size, string format, CancellationToken cancellationToken)
    {
        await Converting.WaitAsync(cancellationToken);
        try
        {
            if (!File.Exists(path))
                await store.WriteAsync(path, await Task.Run(() => Pictures.Convert(original, size, format), cancellationToken), cancellationToken);
        }
        finally
        {
            Converting.Release();
        }
    }

    internal static async Task<IResult> HandleAsync(string hash, int? w, HttpContext http, ServeImage useCase, ITenantAccessor tenant)
    {
        if (w is <= 0)
            return Problem.InvalidField("w", "A width is a positive number.").ToHttp();
        var image = await useCase.FindAsync(tenant.Required, hash, w, http.Request.Headers.Accept.ToString(), http.RequestAborted);
        if (image is null)
            return Problem.NotFound("image").ToHttp();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = HeaderNames.Accept;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(image.Path, image.ContentType, entityTag: new EntityTagHeaderValue($"\"{Path.GetFileNameWithoutExtension(image.Path)}\""));
    }
}

internal sealed record ServedImage(string Path, string ContentType);
