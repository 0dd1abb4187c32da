using Microsoft.AspNetCore.Http;
using Shop.Connectors.Sdk;
using Shop.Platform.ConnectorHosting.Brokering;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.ConnectorHosting;

public sealed class RobotsTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("user-AGENT: shopconnector/2.0\ndisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: ShopConnector\nAllow: /", "/a", true)]
    [InlineData("User-agent: ShopConnector\nDisallow: /a\n\nUser-agent: ShopConnector\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: x\nUser-agent: ShopConnector\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: ShopConnectorX\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /A", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyczz", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /search?q=", "/search?q=x", false)]
    [InlineData("User-agent: *\nDisallow: /é", "/%C3%A9", false)]
    [InlineData("User-agent: *\nDisallow: /%7ejoe", "/~joe/x", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a/b", true)]
    [InlineData("Disallow: /\nUser-agent: *\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nSitemap: https://x\nDisallow: /a # why", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("<html>not found</html>", "/a", true)]
    public void Robots_files_are_read_as_the_standard_says(string text, string path, bool allowed) => Assert.Equal(allowed, RobotsRules.Parse(text).Allows(path));

    [Fact]
    public void A_crawl_delay_is_read() => Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsRules.Parse("User-agent: *\nCrawl-delay: 2.5\nDisallow: /a").CrawlDelay);

    [Theory]
    [InlineData(200, "User-agent: *\nDisallow: /", false), InlineData(404, "", true), InlineData(403, "", false), InlineData(401, "", false), InlineData(500, "", false)]
    [InlineData(200, "User-agent: *\nDisallow: /private", true)]
    public async Task A_page_is_read_only_as_far_as_the_site_allows(int status, string robots, bool allowed)
    {
        await using HostingBench bench = await HostingBench.StartAsync(Provider.Sqlite, true, ("Connectors:sample:Robots:api", "true"));
        bench.Supplier.Answer = (seen, context) =>
        {
            context.Response.StatusCode = seen.Path == "/robots.txt" ? status : 200;
            return context.Response.WriteAsync(seen.Path == "/robots.txt" ? robots : "page");
        };

        Answer<HttpAnswer> first = await bench.Get<LiveBroker>().SendAsync(bench.Scope(), new HttpCall("api", "/page"), default);
        await bench.Get<LiveBroker>().SendAsync(bench.Scope(), new HttpCall("api", "/page"), default);

        Assert.Equal(allowed ? null : "robots", first.Fault?.Code);
        Assert.Single(bench.Supplier.Requests, request => request.Path == "/robots.txt");
        Assert.Equal(allowed ? 2 : 0, bench.Supplier.Requests.Count(request => request.Path == "/page"));
    }
}
