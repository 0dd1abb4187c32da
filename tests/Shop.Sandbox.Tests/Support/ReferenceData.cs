namespace Shop.Sandbox.Tests.Support;

/// <summary>Captures and published descriptions that live outside the repository.</summary>
public static class ReferenceData
{
    public static string PathOf(string name)
    {
        var folder = Environment.GetEnvironmentVariable("SHOP_REFERENCE_DATA");
        var path = string.IsNullOrEmpty(folder) ? "" : Path.Combine(folder, name);
        Assert.SkipUnless(File.Exists(path), $"Reference data {name} is not on this machine (SHOP_REFERENCE_DATA).");
        return path;
    }
}
