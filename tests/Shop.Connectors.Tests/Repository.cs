namespace Shop.Connectors.Tests;

/// <summary>The source tree these tests were built from: manifests and the guide are read there, not from the output.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Shop.sln")))
            folder = folder.Parent;
        return folder.FullName;
    });

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root.Value, .. path]));
}
