using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Shop.Sandbox.Records;

/// <summary>The record files of all parties, by name.</summary>
public sealed class RecordFolder : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<JournalFile>> files = new(StringComparer.Ordinal);
    private readonly string folder;

    public RecordFolder(IOptions<SandboxOptions> options)
    {
        folder = Path.GetFullPath(options.Value.Data);
        Directory.CreateDirectory(folder);
    }

    public string Folder => folder;

    public JournalFile File(string name) =>
        files.GetOrAdd(name, key => new Lazy<JournalFile>(() => new JournalFile(Path.Combine(folder, key + ".jsonl")))).Value;

    /// <summary>The entries of every file that belongs to a party; empty when nothing happened there yet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> OfParty(string party) =>
        Directory.EnumerateFiles(folder, party + "*.jsonl")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToDictionary(name => name, name => File(name).ReadAll(), StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var file in files.Values.Where(file => file.IsValueCreated)) file.Value.Dispose();
    }
}
