using System.Security;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Catalog;
using Shop.Platform.Tenancy;

namespace Shop.Storefront;

/// <summary>The small files of a store: sitemap, robots, its colours and its icon.</summary>
internal static class SiteFiles
{
    private const int SitemapLimit = 50_000;

    // Each colour has at least 4.5:1 against white, in both directions.
    private static readonly (string Accent, string Deep, string Tint)[] Palettes =
    [
        ("#1f6b54", "#14493a", "#eef5f1"), ("#8a3b2e", "#5f271e", "#faf1ee"), ("#2f4f8f", "#1f3665", "#eff3fa"),
        ("#7a3e7d", "#542a56", "#f7f0f7"), ("#8a5a12", "#5f3d0a", "#faf4e9"), ("#22606b", "#154148", "#edf5f6"),
    ];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/robots.txt", RobotsAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/sitemap.xml", SitemapAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/theme.css", ThemeAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/favicon.svg", IconAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> RobotsAsync(ITenants tenants, CancellationToken cancellationToken)
    {
        var store = await tenants.CurrentAsync(cancellationToken);
        return Results.Text($"User-agent: *\nDisallow: /cart\nDisallow: /checkout\nDisallow: /order/\nDisallow: /api/\nSitemap: {new Uri(store.StoreUrl, "/sitemap.xml")}\n", "text/plain");
    }

    private static async Task<IResult> SitemapAsync(ITenants tenants, ICatalog catalog, CancellationToken cancellationToken)
    {
        var store = await tenants.CurrentAsync(cancellationToken);
        List<string> paths = ["/", "/shop", .. (await catalog.CategoriesAsync(cancellationToken)).Select(c => "/c/" + c.Slug)];
        for (var page = 1; paths.Count < SitemapLimit; page++)
        {
            var products = (await catalog.BrowseAsync(new ProductQuery(null, null, "newest", page, 200, "en"), cancellationToken)).Products;
            paths.AddRange(products.Select(p => "/p/" + p.Slug));
            if (products.Count < 200)
                break;
        }
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">""");
        foreach (var path in paths.Take(SitemapLimit))
            xml.Append(Entry(store.StoreUrl, path));
        return Results.Text(xml.Append("</urlset>").ToString(), "application/xml");
    }

    private static string Entry(Uri store, string path)
    {
        var address = SecurityElement.Escape(new Uri(store, path).ToString());
        return $"""<url><loc>{address}</loc><xhtml:link rel="alternate" hreflang="en-CA" href="{address}?lang=en"/><xhtml:link rel="alternate" hreflang="fr-CA" href="{address}?lang=fr"/></url>""";
    }

    private static async Task<IResult> ThemeAsync(HttpContext http, ITenants tenants, CancellationToken cancellationToken)
    {
        var (accent, deep, tint) = PaletteOf(await tenants.CurrentAsync(cancellationToken));
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Text($":root{{--accent:{accent};--deep:{deep};--tint:{tint}}}", "text/css");
    }

    private static async Task<IResult> IconAsync(HttpContext http, ITenants tenants, CancellationToken cancellationToken)
    {
        var store = await tenants.CurrentAsync(cancellationToken);
        var letter = SecurityElement.Escape(store.Name.Trim()[..1].ToUpperInvariant());
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Text(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="{PaletteOf(store).Accent}"/><text x="16" y="22.5" font-family="sans-serif" font-size="18" font-weight="700" text-anchor="middle" fill="#fff">{letter}</text></svg>""",
            "image/svg+xml");
    }

    /// <summary>The same store always has the same colours.</summary>
    private static (string Accent, string Deep, string Tint) PaletteOf(TenantInfo store) => Palettes[store.Slug.Sum(c => c) % Palettes.Length];
}
