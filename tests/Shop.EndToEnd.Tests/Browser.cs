using Microsoft.Playwright;

namespace Shop.EndToEnd.Tests;

/// <summary>The machine's own Chromium, driven from outside; it resolves every <c>*.localhost</c> name by itself.</summary>
internal sealed class Browser : IAsyncDisposable
{
    public const string Executable = "/usr/bin/chromium";

    // The machine may be busy with other work: waiting long costs nothing when all is well.
    private const float Patience = 60_000;
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;

    private Browser(IPlaywright playwright, IBrowser chromium) => (_playwright, _chromium) = (playwright, chromium);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Switches, Headless = true, Timeout = Patience });
        return new Browser(playwright, chromium);
    }

    /// <summary>A window with cookies of its own.</summary>
    public async Task<Window> OpenAsync(Album album)
    {
        var context = await _chromium.NewContextAsync(new()
        {
            Locale = "en-CA",
            ViewportSize = new() { Width = Window.Desk, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        return new Window(await context.NewPageAsync(), album);
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}
