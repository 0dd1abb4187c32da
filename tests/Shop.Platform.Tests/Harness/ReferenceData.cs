namespace Shop.Platform.Tests.Harness;

/// <summary>Reference data outside the repository (SHOP_REFERENCE_DATA); tests that need it are skipped by name without it.</summary>
public static class ReferenceData
{
    public static string File(params string[] path)
    {
        var root = Environment.GetEnvironmentVariable("SHOP_REFERENCE_DATA");
        Assert.SkipUnless(root is not null, "SHOP_REFERENCE_DATA is not set");
        var file = Path.Combine([root!, .. path]);
        Assert.SkipUnless(System.IO.File.Exists(file), $"Reference file {string.Join('/', path)} is not present");
        return file;
    }
}
