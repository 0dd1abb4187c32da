using System.Text;

namespace Shop.Platform.ConnectorHosting.Brokering;

/// <summary>Reads an answer's body as text, up to a limit, in its declared character set.</summary>
internal static class AnswerReader
{
    public const int MaxBytes = 10 * 1024 * 1024;

    static AnswerReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text; null when it is larger than <see cref="MaxBytes"/>.</summary>
    public static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
        using MemoryStream buffer = new();
        byte[] chunk = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
                return null;
            buffer.Write(chunk, 0, read);
        }

        buffer.Position = 0;
        // The reader also takes away a byte order mark.
        using StreamReader reader = new(buffer, EncodingOf(content), detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static Encoding EncodingOf(HttpContent content)
    {
        try
        {
            return content.Headers.ContentType?.CharSet is { Length: > 0 } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
