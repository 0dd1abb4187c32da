namespace Shop.Host;

/// <summary>Fills in the settings that follow from others, and checks the data folder before anything uses it.</summary>
internal static class HostSettings
{
    public static void Complete(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var folder = DataFolder(settings["Data:Folder"] ?? ".shop");
        var derived = new Dictionary<string, string?> { ["Data:Folder"] = folder };
        if (settings["Database:ConnectionString"] is null && settings["Database:Provider"] is not (null or "sqlite"))
            throw new StartFailure($"Database:Provider is {settings["Database:Provider"]}: say where it is with Database__ConnectionString.");
        if (settings["Database:ConnectionString"] is null)
            derived["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "shop.db")}";
        if (settings["Port"] is { } port)
            derived["Tenancy:Port"] = port;
        if (settings["Urls"] is null)
            derived["Urls"] = $"http://localhost:{settings["Port"] ?? settings["Tenancy:Port"]}";
        settings.AddInMemoryCollection(derived);
        builder.WebHost.UseUrls(settings["Urls"]!);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.GetValue("Web:MaxRequestBytes", 4L * 1024 * 1024);
        });
        // The manifest of a build that was not published; without it the styles of referenced projects are missing.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "Shop.Host.staticwebassets.runtime.json")))
            builder.WebHost.UseStaticWebAssets();
    }

    private static string DataFolder(string configured)
    {
        var folder = Path.GetFullPath(configured);
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return folder;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new StartFailure($"The data folder {folder} cannot be written: {exception.Message} Choose another one with Data__Folder.");
        }
    }
}
