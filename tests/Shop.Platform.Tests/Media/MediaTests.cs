using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Media;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Media;

public sealed class MediaTests
{
    private static readonly TenantId Other = new(Guid.Parse("22222222-2222-2222-2222-222222222222"));

    [Theory, EveryDatabase]
    public async Task An_image_is_stored_once_by_content_without_metadata_and_not_larger_than_2000(Provider provider)
    {
        await using var server = await ImageServer.StartAsync();
        await using var host = await StartAsync(provider, server.HostAndPort);
        var picture = ImageServer.Draw(3000, 1500);
        Assert.Contains("SECRET-PLACE", Encoding.Latin1.GetString(picture));
        server.Serve("a.jpg", picture);
        server.Serve("b.jpg", picture, "text/plain");

        var first = await ImportAsync(host, server.Address("a.jpg"));
        var again = await ImportAsync(host, server.Address("a.jpg"));
        var twin = await ImportAsync(host, server.Address("b.jpg"));

        Assert.Matches("^/media/[0-9a-f]{32}$", first.Value!);
        Assert.Equal((first.Value, first.Value), (again.Value, twin.Value));
        Assert.Equal(2, server.Requests);
        var stored = Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "media"), "*", SearchOption.AllDirectories));
        using var image = Image.NewFromFile(stored);
        Assert.Equal((2000, 1000), (image.Width, image.Height));
        Assert.DoesNotContain("SECRET-PLACE", Encoding.Latin1.GetString(File.ReadAllBytes(stored)));
    }

    [Fact]
    public async Task Sizes_are_made_once_in_the_form_the_browser_takes_and_never_enlarged()
    {
        await using var server = await ImageServer.StartAsync();
        await using var host = await StartAsync(Provider.Sqlite, server.HostAndPort);
        server.Serve("a.png", ImageServer.Draw(700, 350, transparent: true));
        var hash = (await ImportAsync(host, server.Address("a.png"))).Value!["/media/".Length..];

        var small = await ServeAsync(host, host.Tenant, hash, 300, "image/avif,image/webp,*/*");
        var jpeg = await ServeAsync(host, host.Tenant, hash, 480, "*/*");
        var large = await ServeAsync(host, host.Tenant, hash, 5000, "image/webp");

        Assert.Equal(("image/webp", 320), (small!.ContentType, Width(small)));
        Assert.Equal(("image/jpeg", 480), (jpeg!.ContentType, Width(jpeg)));
        Assert.Equal(700, Width(large!));
        var made = File.GetLastWriteTimeUtc(small.Path);
        await ServeAsync(host, host.Tenant, hash, 320, "image/webp");
        Assert.Equal(made, File.GetLastWriteTimeUtc(small.Path));
    }

    [Theory, EveryDatabase]
    public async Task Another_tenant_has_no_such_image(Provider provider)
    {
        await using var server = await ImageServer.StartAsync();
        await using var host = await StartAsync(provider, server.HostAndPort);
        server.Serve("a.jpg", ImageServer.Draw(50, 50));
        var hash = (await ImportAsync(host, server.Address("a.jpg"))).Value!["/media/".Length..];

        Assert.NotNull(await ServeAsync(host, host.Tenant, hash, 320, ""));
        Assert.Null(await ServeAsync(host, Other, hash, 320, ""));
        Assert.Null(await ServeAsync(host, host.Tenant, "../" + hash, 320, ""));
        Assert.Equal(0, await host.InTenantAsync(s => s.GetRequiredService<ShopDb>().Set<MediaItem>().CountAsync(), Other));
    }

    [Fact]
    public async Task What_is_not_a_picture_or_too_large_is_refused_by_content()
    {
        await using var server = await ImageServer.StartAsync();
        await using var host = await StartAsync(Provider.Sqlite, server.HostAndPort, maxBytes: 200_000);
        server.Serve("page.jpg", "<html>hello</html>"u8.ToArray());
        server.Serve("vector.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "image/png");
        server.Serve("cut.jpg", ImageServer.Draw(800, 800)[..300]);
        server.Serve("big.jpg", new byte[300_000]);
        server.Serve("bomb.png", Bomb());

        Assert.Equal("media.not-an-image", await CodeAsync(host, server.Address("page.jpg")));
        Assert.Equal("media.not-an-image", await CodeAsync(host, server.Address("vector.svg")));
        Assert.Equal("media.broken-image", await CodeAsync(host, server.Address("cut.jpg")));
        Assert.Equal("media.too-large", await CodeAsync(host, server.Address("big.jpg")));
        Assert.Equal("media.too-many-pixels", await CodeAsync(host, server.Address("bomb.png")));
        Assert.Equal("media.unreachable", await CodeAsync(host, server.Address("absent.jpg")));
    }

    [Fact]
    public async Task Private_addresses_are_refused_also_behind_redirects_and_names()
    {
        await using var server = await ImageServer.StartAsync();
        await using var hidden = await ImageServer.StartAsync();
        await using var host = await StartAsync(Provider.Sqlite, server.HostAndPort);
        hidden.Serve("a.jpg", ImageServer.Draw(10, 10));
        server.Redirect("r.jpg", hidden.Address("a.jpg").AbsoluteUri);
        server.Redirect("loop.jpg", "/loop.jpg");
        server.Redirect("ok.jpg", "/a.jpg");
        server.Serve("a.jpg", ImageServer.Draw(10, 10));
        var port = hidden.Address("").Port;

        foreach (var address in new[]
        {
            hidden.Address("a.jpg").AbsoluteUri, $"http://localhost:{port}/a.jpg", $"https://127.0.0.1:{port}/a.jpg", $"http://2130706433:{port}/a.jpg",
            $"http://[::ffff:127.0.0.1]:{port}/a.jpg", "http://169.254.169.254/latest", $"http://user@{server.HostAndPort}/a.jpg", "file:///etc/passwd", "ftp://127.0.0.1/a",
        })
            Assert.Equal("media.address-refused", await CodeAsync(host, new Uri(address)));
        Assert.Equal("media.address-refused", await CodeAsync(host, server.Address("r.jpg")));
        Assert.Equal("media.redirects", await CodeAsync(host, server.Address("loop.jpg")));
        Assert.Equal("media.unreachable", await CodeAsync(host, new Uri("https://localhost/a.jpg")));
        Assert.Null((await ImportAsync(host, server.Address("ok.jpg"))).Problem);
        Assert.Equal(0, hidden.Requests);
    }

    [Theory]
    [InlineData("10.1.2.3"), InlineData("172.31.0.1"), InlineData("192.168.1.1"), InlineData("127.9.9.9"), InlineData("169.254.169.254"), InlineData("100.64.0.1")]
    [InlineData("0.0.0.0"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("198.18.0.1"), InlineData("::1"), InlineData("::"), InlineData("fc00::1")]
    [InlineData("fe80::1"), InlineData("::ffff:10.0.0.1"), InlineData("64:ff9b::7f00:1"), InlineData("2002:7f00:1::"), InlineData("::7f00:1"), InlineData("ff02::1")]
    public void Addresses_inside_are_known(string address) => Assert.True(PrivateAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1"), InlineData("172.32.0.1"), InlineData("192.169.0.1"), InlineData("100.128.0.1"), InlineData("2606:4700::1111"), InlineData("::ffff:8.8.8.8")]
    public void Addresses_outside_are_let_through(string address) => Assert.False(PrivateAddresses.Contains(IPAddress.Parse(address)));

    /// <summary>A PNG of 30,000 by 30,000 pixels in few bytes.</summary>
    private static byte[] Bomb()
    {
        using var huge = Image.Black(30_000, 30_000);
        return huge.PngsaveBuffer(compression: 9, bitdepth: 1);
    }

    private static int Width(ServedImage image)
    {
        using var read = Image.NewFromFile(image.Path);
        return read.Width;
    }

    private static Task<SliceHost> StartAsync(Provider provider, string allowed, int? maxBytes = null) => SliceHost.StartAsync(
        provider, (services, configuration) => services.AddMedia(configuration),
        new Dictionary<string, string?> { ["Media:AllowedHosts:0"] = allowed, ["Media:MaxBytes"] = maxBytes?.ToString() ?? "10485760" });

    private static Task<Outcome<string>> ImportAsync(SliceHost host, Uri source) => host.InTenantAsync(async s =>
    {
        var outcome = await s.GetRequiredService<IMedia>().ImportAsync(source, CancellationToken.None);
        await s.GetRequiredService<ShopDb>().SaveChangesAsync();
        return outcome;
    });

    private static async Task<string?> CodeAsync(SliceHost host, Uri source) => (await ImportAsync(host, source)).Problem?.Code;

    private static Task<ServedImage?> ServeAsync(SliceHost host, TenantId tenant, string hash, int? width, string accept) =>
        host.Services.GetRequiredService<ServeImage>().FindAsync(tenant, hash, width, accept, CancellationToken.None);
}
