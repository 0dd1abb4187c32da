namespace Shop.Sandbox.Mail;

/// <summary>Reads lines as bytes from a stream and keeps what came too early, so that pipelined commands are not lost.</summary>
internal sealed class LineReader(Stream stream)
{
    private const int LongestLine = 1024 * 1024;

    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>The next line without its line end; null when the peer has closed.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken cancel)
    {
        using var line = new MemoryStream();
        while (line.Length < LongestLine)
        {
            if (start == end)
            {
                start = 0;
                end = await stream.ReadAsync(buffer, cancel);
                if (end == 0) return null;
            }

            var at = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            line.Write(buffer, start, (at < 0 ? end : at) - start);
            start = at < 0 ? end : at + 1;
            if (at >= 0) return Trimmed(line);
        }

        throw new IOException("A line longer than a megabyte.");
    }

    private static byte[] Trimmed(MemoryStream line)
    {
        var bytes = line.ToArray();
        return bytes is [.. var head, (byte)'\r'] ? head : bytes;
    }
}
