namespace Shop.Connectors.Tests.AliExpress;

/// <summary>Real answers, kept outside the repository. A test that needs one is skipped by name where they are absent.</summary>
internal static class Capture
{
    public static string Read(string name)
    {
        var folder = Environment.GetEnvironmentVariable("SHOP_REFERENCE_DATA");
        Assert.SkipUnless(!string.IsNullOrEmpty(folder), "SHOP_REFERENCE_DATA is not set");
        var file = Path.Combine(folder!, "suppliers", "aliexpress", name);
        Assert.SkipUnless(File.Exists(file), $"{name} is not among the reference data");
        return File.ReadAllText(file);
    }
}
