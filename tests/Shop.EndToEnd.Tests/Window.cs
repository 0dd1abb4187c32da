using System.Globalization;
using Microsoft.Playwright;

namespace Shop.EndToEnd.Tests;

/// <summary>A browser page that notes what the browser complains about and what every page must have.</summary>
internal sealed class Window
{
    public const int Desk = 1280;
    private const int Phone = 390;

    // Not WaitForFunction: it evaluates a string inside the page, which the content policy rightly refuses.
    private const string LoadPictures = """
        () => Promise.all([...document.images].map(image => new Promise(loaded => {
          image.loading = 'eager';
          if (image.complete) loaded();
          for (const end of ['load', 'error']) image.addEventListener(end, loaded);
          setTimeout(loaded, 20000);
        })))
        """;
    private readonly List<string> _complaints = [];
    private readonly Album _album;

    public Window(IPage page, Album album)
    {
        (Page, _album) = (page, album);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && Ours(page.Url))
                _complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500 && Ours(answer.Url))
                _complaints.Add($"{answer.Url} answered {answer.Status.ToString(CultureInfo.InvariantCulture)}");
        };
    }

    public IPage Page { get; }

    /// <summary>The product's own pages' console errors (refusals by the content policy are among them), script faults and answers of 500 and more.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Heading(string text) => Page.GetByRole(AriaRole.Heading, new() { Name = text });

    public ILocator Button(string text) => Page.GetByRole(AriaRole.Button, new() { Name = text });

    public ILocator Link(string text) => Page.GetByRole(AriaRole.Link, new() { Name = text });

    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public async Task SeeAsync(ILocator what) => await what.First.WaitForAsync();

    /// <summary>Checks what holds for every page and keeps a picture of it.</summary>
    public async Task KeepAsync(string name, bool onPhone = false)
    {
        Require(!string.IsNullOrWhiteSpace(await Page.TitleAsync()), "has no title");
        Require(await Page.Locator("html").GetAttributeAsync("lang") is "en" or "en-CA" or "fr" or "fr-CA", "names no language");
        var picture = _album.Next(name);
        await ShootAsync(picture);
        if (!onPhone)
            return;
        await Page.SetViewportSizeAsync(Phone, 844);
        await ShootAsync(Album.Phone(picture));
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Require(width <= Phone, $"is {width.ToString(CultureInfo.InvariantCulture)} px wide on a phone");
        await Page.SetViewportSizeAsync(Desk, 900);
    }

    /// <summary>A picture of the page as it is, for a failed test.</summary>
    public Task PhotographAsync(string name) => Page.ScreenshotAsync(new() { Path = _album.Next(name) });

    private async Task ShootAsync(string picture)
    {
        // Pictures below the fold are loaded lazily; the photograph shows the whole page.
        await Page.EvaluateAsync(LoadPictures);
        await Page.ScreenshotAsync(new() { Path = picture, FullPage = true, Animations = ScreenshotAnimations.Disabled });
        var broken = await Page.EvaluateAsync<string[]>("[...document.images].filter(i => i.naturalWidth === 0).map(i => i.src)");
        Require(broken.Length == 0, $"shows no picture for {string.Join(", ", broken)}");
    }

    // The payment page stands for another company's: what it lacks is not this product's fault.
    private static bool Ours(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.EndsWith("localhost", StringComparison.Ordinal);

    private void Require(bool holds, string complaint)
    {
        if (!holds)
            _complaints.Add($"{Page.Url} {complaint}");
    }
}
