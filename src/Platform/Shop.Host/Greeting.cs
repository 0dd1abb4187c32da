using Shop.Platform.Tenancy;

namespace Shop.Host;

/// <summary>Says on the terminal that everything listens, and where.</summary>
internal static class Greeting
{
    public static async Task WriteAsync(WebApplication app, DemoLogins? demo)
    {
        var hosts = app.Services.GetRequiredService<HostNames>();
        // Scripts wait for this line; it is the first thing on standard output.
        await Console.Out.WriteLineAsync($"ready: {Text(hosts.PlatformUrl)}");
        await Console.Out.WriteLineAsync($"  platform  {Text(hosts.PlatformUrl)}");
        await Console.Out.WriteLineAsync($"  admin     {Text(hosts.AdminUrl)}");
        if (demo is not null)
        {
            await Console.Out.WriteLineAsync($"  store     {Text(hosts.StoreUrl(demo.Slug))}");
            await Console.Out.WriteLineAsync($"  merchant  {demo.Merchant} / {demo.Password}");
            await Console.Out.WriteLineAsync($"  operator  {demo.Operator} / {demo.Password}");
        }
        await Console.Out.WriteLineAsync("Ctrl-C stops.");
    }

    private static string Text(Uri address) => address.ToString().TrimEnd('/');
}
