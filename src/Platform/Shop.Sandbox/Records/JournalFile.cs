using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shop.Sandbox.Records;

/// <summary>Append-only file of JSON lines; an entry is on disk when <see cref="Append"/> returns.</summary>
public sealed class JournalFile : IDisposable
{
    private readonly Lock gate = new();
    private readonly FileStream stream;

    public JournalFile(string path)
    {
        Path = path;
        stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        CutTornLine();
    }

    public string Path { get; }

    public void Append(JsonObject entry)
    {
        var line = Encoding.UTF8.GetBytes(entry.ToJsonString(Json.Compact) + "\n");
        lock (gate)
        {
            stream.Write(line);
            stream.Flush(flushToDisk: true);
        }
    }

    public IReadOnlyList<JsonObject> ReadAll()
    {
        using var reader = new StreamReader(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        var entries = new List<JsonObject>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && TryParse(line) is { } entry) entries.Add(entry);
        }

        return entries;
    }

    public void Dispose() => stream.Dispose();

    // A process killed while writing leaves half a line: it was never answered, so it never happened.
    private void CutTornLine()
    {
        var end = stream.Length;
        while (end > 0)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == '\n') break;
            end--;
        }

        stream.SetLength(end);
        stream.Position = end;
    }

    private static JsonObject? TryParse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
