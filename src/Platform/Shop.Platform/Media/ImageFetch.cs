using System.Net;
using Microsoft.Extensions.Options;
using Shop.Platform.Kernel;

namespace Shop.Platform.Media;

/// <summary>Downloads one image within its limits.</summary>
internal sealed class ImageFetch(IHttpClientFactory clients, IOptions<MediaOptions> options)
{
    public const string Client = "media";
    private const int MostRedirects = 3;

    public async Task<Outcome<byte[]>> GetAsync(Uri source, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(Client);
        try
        {
            return await FollowAsync(http, source, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            return Problem.Unavailable("media.unreachable", $"The image at {source.Host} could not be fetched: {exception.Message}");
        }
        catch (IOException)
        {
            return Problem.Unavailable("media.unreachable", $"The image at {source.Host} broke off while it was fetched.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Problem.Unavailable("media.timeout", $"{source.Host} did not send the image in time.");
        }
    }

    private async Task<Outcome<byte[]>> FollowAsync(HttpClient http, Uri source, CancellationToken cancellationToken)
    {
        var address = source;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!GuardedHandler.Allows(address, options.Value))
                return Problem.Invalid("media.address-refused", $"Images are fetched over https from public hosts only, not from {address.GetLeftPart(UriPartial.Authority)}.");
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect
                    or HttpStatusCode.PermanentRedirect && response.Headers.Location is { } next)
            {
                address = new Uri(address, next);
                continue;
            }
            if (!response.IsSuccessStatusCode)
                return Problem.Unavailable("media.unreachable", $"{address.Host} answered {(int)response.StatusCode} instead of the image.");
            return await ReadAsync(response.Content, cancellationToken);
        }
        return Problem.Unavailable("media.redirects", $"{source.Host} redirects too often.");
    }

    private async Task<Outcome<byte[]>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxBytes;
        if (content.Headers.ContentLength > limit)
            return TooLarge(limit);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > limit)
                return TooLarge(limit);
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    private static Problem TooLarge(int limit) => Problem.Invalid("media.too-large", $"The image is larger than {limit / 1024 / 1024} MB.");
}
