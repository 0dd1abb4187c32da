namespace Shop.Architecture.Tests;

/// <summary>Size budgets are warnings: they are printed, and only the outer limits fail.</summary>
public sealed class SizeTests(ITestOutputHelper output)
{
    private const int Comfortable = 160;
    private const int Most = 400;

    [Fact]
    public void Files_stay_short()
    {
        var files = SourceFiles().Select(f => (Name: f, Lines: File.ReadLines(f).Count())).ToList();
        var longer = files.Where(f => f.Lines > Comfortable).OrderByDescending(f => f.Lines).ToList();
        foreach (var (name, lines) in longer)
            output.WriteLine($"warning: {lines} lines in {Path.GetRelativePath(Root(), name)}");
        output.WriteLine($"{files.Count - longer.Count} of {files.Count} files have at most {Comfortable} lines");

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, f => f.Lines > Most);
    }

    private static IEnumerable<string> SourceFiles() =>
        new[] { "src", "sdk", "tests" }.SelectMany(d => Directory.EnumerateFiles(Path.Combine(Root(), d), "*.*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/Migrations/", StringComparison.Ordinal));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Shop.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
