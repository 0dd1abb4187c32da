using System.Globalization;
using System.Text;

namespace Shop.Platform.Tests.ConnectorHosting;

/// <summary>Looks for a text, as UTF-8 and as UTF-16, in all writable memory of another process.</summary>
internal static class MemorySearch
{
    public static bool Finds(int processId, string text)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)];
        using FileStream memory = new($"/proc/{processId}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        return File.ReadLines($"/proc/{processId}/maps").Any(line => Range(line) is { } range && Holds(memory, range.From, range.To, forms));
    }

    private static (long From, long To)? Range(string line)
    {
        string[] parts = line.Split(' ', 3);
        string[] ends = parts[0].Split('-');
        return parts[1].StartsWith("rw", StringComparison.Ordinal)
            ? (long.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), long.Parse(ends[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            : null;
    }

    private static bool Holds(FileStream memory, long from, long to, byte[][] forms)
    {
        const int overlap = 256;
        byte[] block = new byte[4 * 1024 * 1024];
        for (long at = from; at < to; at += block.Length - overlap)
        {
            int read;
            try
            {
                memory.Seek(at, SeekOrigin.Begin);
                read = memory.Read(block, 0, (int)Math.Min(block.Length, to - at));
            }
            catch (IOException)
            {
                // Reserved, not committed: nothing is there.
                return false;
            }

            if (forms.Any(form => block.AsSpan(0, read).IndexOf(form) >= 0))
                return true;
        }

        return false;
    }
}
