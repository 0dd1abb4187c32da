using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Tests.Tenancy;

public sealed class HostNamesTests
{
    [Theory]
    [InlineData("localhost", HostKind.Platform, null)]
    [InlineData("localhost:5080", HostKind.Platform, null)]
    [InlineData("LOCALHOST", HostKind.Platform, null)]
    [InlineData("localhost.", HostKind.Platform, null)]
    [InlineData("admin.localhost:5080", HostKind.Admin, null)]
    [InlineData("Admin.LocalHost.", HostKind.Admin, null)]
    [InlineData("demo.localhost", HostKind.Store, "demo")]
    [InlineData("DEMO.localhost:9", HostKind.Store, "demo")]
    [InlineData("demo.localhost.:5080", HostKind.Store, "demo")]
    [InlineData("demo.localhost..", HostKind.Unknown, null)]
    [InlineData("a.demo.localhost", HostKind.Unknown, null)]
    [InlineData("demo..localhost", HostKind.Unknown, null)]
    [InlineData(".localhost", HostKind.Unknown, null)]
    [InlineData("demolocalhost", HostKind.Unknown, null)]
    [InlineData("localhost.evil.example", HostKind.Unknown, null)]
    [InlineData("demo.localhost.evil.example", HostKind.Unknown, null)]
    [InlineData("-demo.localhost", HostKind.Unknown, null)]
    [InlineData("de_mo.localhost", HostKind.Unknown, null)]
    [InlineData("dé.localhost", HostKind.Unknown, null)]
    [InlineData("xn--dmo-bma.localhost", HostKind.Unknown, null)]
    [InlineData("127.0.0.1:5080", HostKind.Unknown, null)]
    [InlineData("[::1]:5080", HostKind.Unknown, null)]
    [InlineData("", HostKind.Unknown, null)]
    public void A_host_name_means_one_thing(string host, HostKind kind, string? slug) =>
        Assert.Equal(new HostAddress(kind, slug), Names().Read(new HostString(host)));

    [Fact]
    public void Addresses_come_from_the_configuration()
    {
        var names = Names(new TenancyOptions { BaseHost = "Shop.Example", Port = null, Scheme = "https" });

        Assert.Equal("https://shop.example", names.PlatformUrl.OriginalString);
        Assert.Equal("https://admin.shop.example", names.AdminUrl.OriginalString);
        Assert.Equal("https://demo.shop.example", names.StoreUrl("demo").OriginalString);
        Assert.Equal("http://demo.localhost:5080", Names().StoreUrl("demo").OriginalString);
    }

    private static HostNames Names(TenancyOptions? options = null) => new(Options.Create(options ?? new TenancyOptions()));
}
