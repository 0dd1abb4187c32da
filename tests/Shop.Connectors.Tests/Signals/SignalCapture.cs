namespace Shop.Connectors.Tests.Signals;

/// <summary>Real answers of signal sources, kept outside the repository.</summary>
internal static class SignalCapture
{
    public static string Read(string source, string name)
    {
        var folder = Environment.GetEnvironmentVariable("SHOP_REFERENCE_DATA");
        Assert.SkipUnless(!string.IsNullOrEmpty(folder), "SHOP_REFERENCE_DATA is not set");
        var file = Path.Combine(folder!, "signals", source, name);
        Assert.SkipUnless(File.Exists(file), $"{source}/{name} is not among the reference data");
        return File.ReadAllText(file);
    }
}
