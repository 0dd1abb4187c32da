using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.Signals;

/// <summary>The Canadian best-seller pages: all fifty ranks in the page's data, the first thirty as cards.</summary>
internal sealed class AmazonBestSellers(ProductCatalogue catalogue, Demand demand, ExchangeRates rates, FaultBoard faults, TimeProvider time)
{
    private const int PageSize = 50;
    private const int Cards = 30;

    public static void Map(RouteGroupBuilder amazon)
    {
        amazon.MapGet("/gp/bestsellers", (HttpRequest request, AmazonBestSellers source) => source.Show(null, request));
        amazon.MapGet("/gp/bestsellers/{department}", (string department, HttpRequest request, AmazonBestSellers source) => source.Show(department, request));
        amazon.MapGet("/gp/bestsellers/{department}/{node}", (string department, string node, HttpRequest request, AmazonBestSellers source) => source.Show(department, request));
    }

    public static string Asin(Product product)
    {
        const string Letters = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";
        var dice = Dice.Of(product.Index, "asin");
        return "B0" + new string([.. Enumerable.Range(0, 8).Select(_ => Letters[dice.Below(Letters.Length)])]);
    }

    private IResult Show(string? department, HttpRequest request)
    {
        if (faults.Take("amazon-ca", request.Path, FaultKinds.Captcha) is not null) return RobotCheck();
        var families = catalogue.Families.Where(family => department is null || family.Group.AmazonDepartment == department).ToList();
        if (families.Count == 0) return Results.Text("<html><title>Page Not Found</title></html>", "text/html", statusCode: 404);
        var offset = request.Query["pg"] == "2" ? PageSize : 0;
        var ranked = Ranked(families).Skip(offset).Take(PageSize).ToList();
        var grid = faults.Take("amazon-ca", request.Path, FaultKinds.LayoutChange) is null ? "p13n-desktop-grid" : "zg-next-grid";
        var title = department is null ? "Amazon.ca Best Sellers: The most popular items on Amazon" : $"Amazon.ca Best Sellers: Best {families[0].Group.Department.En}";
        var list = Json.Array(ranked.Select((product, n) => (JsonNode?)new JsonObject
        {
            ["id"] = Asin(product),
            ["metadataMap"] = new JsonObject { ["render.zg.rank"] = (offset + n + 1).ToString(CultureInfo.InvariantCulture), ["render.zg.bsms.percentageChange"] = "" },
        }));
        var origin = $"{request.Scheme}://{request.Host}";
        var cards = string.Concat(ranked.Take(Cards).Select((product, n) => Card(product, offset + n + 1, origin)));
        return Results.Text($"""
            <!doctype html><html lang="en-ca"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head><body>
            <div class="_p13n-zg-nav-tree-all_style_zg-browse-root__-jwNv"><span aria-current="page">{WebUtility.HtmlEncode(department ?? "Any Department")}</span></div>
            <div class="{grid}" data-client-recs-list="{WebUtility.HtmlEncode(list.ToJsonString(Json.Compact))}" data-offset="{PageSize}" data-index-offset="{Cards}" data-reftag="zg_bs_g_{department}">{cards}</div>
            </body></html>
            """, "text/html; charset=utf-8");
    }

    private IEnumerable<Product> Ranked(IEnumerable<Family> families)
    {
        var week = Demand.WeekOf(time.GetUtcNow());
        return families
            .SelectMany(family => catalogue.OfFamily(family).Select(product => (Product: product, Sales: demand.At(family, week) * product.Fame.Appeal)))
            .OrderByDescending(row => row.Sales)
            .Select(row => row.Product);
    }

    private string Card(Product product, int rank, string origin)
    {
        var dice = Dice.Of(catalogue.Seed, "amazon", product.Index);
        var card = new StringBuilder($"""<div id="gridItemRoot" class="a-column"><div class="a-cardui _cDEzb_grid-cell_1uMOS"><div data-asin="{Asin(product)}"><span class="zg-bdg-text">#{rank}</span>""");
        var title = WebUtility.HtmlEncode(product.Title.En);
        card.Append(CultureInfo.InvariantCulture, $"""<a class="a-link-normal aok-block" href="/sandbox/dp/{Asin(product)}/ref=zg_bs_g_{rank}/000-0000000-0000000?psc=1" role="link">""");
        if (!dice.Chance(.04)) card.Append(CultureInfo.InvariantCulture, $"""<img alt="{title}" src="{origin}/aliexpress-img/kf/S{product.Index:x6}v0.jpg_350x350.jpg">""");
        card.Append(CultureInfo.InvariantCulture, $"""</a><div class="_cDEzb_p13n-sc-css-line-clamp-3_g3dy1">{title}</div>""");
        if (!dice.Chance(.05)) card.Append(CultureInfo.InvariantCulture, $"""<div class="a-icon-row"><a title="{product.Fame.Rating:0.0} out of 5 stars"><span class="a-icon-alt">{product.Fame.Rating:0.0} out of 5 stars</span></a><span class="a-size-small">{product.Fame.Reviews * 3:N0}</span></div>""");
        if (!dice.Chance(.06)) card.Append(CultureInfo.InvariantCulture, $"""<span class="_cDEzb_p13n-sc-price_3mJ9Z">${Price(product, ref dice):N2}</span>""");
        return card.Append("</div></div></div>").ToString();
    }

    // What Canadians pay elsewhere: two to three and a half times the supplier's price, on a .99 ending.
    private decimal Price(Product product, ref Dice dice)
    {
        var cost = rates.Convert(product.LowestSaleCny, "CNY", "CAD")!.Value;
        return Math.Floor(cost * (decimal)(2.0 + (1.5 * dice.Unit()))) + 4.99m;
    }

    private static IResult RobotCheck() => Results.Text("""
        <!doctype html><html><head><title>Amazon.ca</title></head><body><h4>Enter the characters you see below</h4>
        <p>Sorry, we just need to make sure you're not a robot.</p><form action="/errors/validateCaptcha"></form></body></html>
        """, "text/html");
}
