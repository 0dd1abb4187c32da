using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>The public search page: 60 cards inside <c>_init_data_</c>, counted from page 1.</summary>
internal sealed class SearchPage(ProductCatalogue catalogue, Shelf shelf, FaultBoard faults)
{
    private const int PageSize = 60;

    public async Task<IResult> ShowAsync(string? name, HttpContext http, CancellationToken cancel)
    {
        await FaultGate.DelayAsync(http, Gateway.Party, "search", cancel);
        if (RobotCheck.Instead(faults, "search") is { } wall) return wall;
        var words = name is null ? http.Request.Query["SearchText"].ToString() : WordsOf(name);
        var page = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Max(1, asked) : 1;
        var found = catalogue.Search(words);
        var viewer = PageViewer.Of(http.Request);
        var cards = page > 60 ? [] : found.Skip((page - 1) * PageSize).Take(PageSize);
        var data = Container(Json.Array(cards.Select(product => Card(product, viewer, http.Request))), page, found.Count);
        if (faults.Take(Gateway.Party, "search", FaultKinds.LayoutChange) is not null) data = LayoutChange.Of(data);
        return Results.Text($$"""
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>{{System.Net.WebUtility.HtmlEncode(words)}} - AliExpress</title></head><body>
            <script>window._dida_config_ = {}; window._dida_config_._init_data_= { data: {{data.ToJsonString(Json.Compact).Replace("</", "<\\/", StringComparison.Ordinal)}} }</script>
            </body></html>
            """, "text/html; charset=utf-8");
    }

    private static string WordsOf(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        return (stem.StartsWith("wholesale-", StringComparison.Ordinal) ? stem["wholesale-".Length..] : stem).Replace('-', ' ');
    }

    private static JsonObject Container(JsonArray cards, int page, int total) => new()
    {
        ["data"] = new JsonObject
        {
            ["root"] = new JsonObject
            {
                ["fields"] = new JsonObject
                {
                    ["mods"] = new JsonObject { ["itemList"] = new JsonObject { ["content"] = cards } },
                    ["pageInfo"] = new JsonObject { ["page"] = page, ["pageSize"] = PageSize, ["totalResults"] = total },
                },
            },
        },
    };

    private JsonNode? Card(Product product, PageViewer viewer, HttpRequest request)
    {
        var cheapest = product.Skus.MinBy(sku => sku.SaleCny)!;
        var host = request.Host.ToString();
        var card = new JsonObject
        {
            ["productId"] = product.Id.ToString(CultureInfo.InvariantCulture),
            ["productType"] = product.Index % 7 == 3 ? "ad" : "natural",
            ["itemType"] = "productV3",
            ["title"] = new JsonObject { ["displayTitle"] = product.Title.In(viewer.Language) },
            ["image"] = new JsonObject { ["imgUrl"] = Pictures.Product("//" + host, product, 0), ["imgWidth"] = 350, ["imgHeight"] = 350 },
            ["prices"] = Prices(product, cheapest, viewer),
        };
        if (product.Fame.Sold > 0) card["trade"] = new JsonObject { ["tradeDesc"] = PriceText.Sold(product.Fame.Sold, comma: true) + " sold" };
        if (product.Fame.Reviews > 0) card["evaluation"] = new JsonObject { ["starRating"] = product.Fame.Rating };
        return card;
    }

    private JsonObject Prices(Product product, Sku sku, PageViewer viewer) => new()
    {
        ["skuId"] = sku.Id.ToString(CultureInfo.InvariantCulture),
        ["originalPrice"] = Price(shelf.List(product, sku, viewer.Currency), "original_price", viewer),
        ["salePrice"] = Price(shelf.Sale(product, sku, viewer.Currency), "sale_price", viewer),
    };

    private static JsonObject Price(decimal amount, string type, PageViewer viewer) => new()
    {
        ["priceType"] = type,
        ["currencyCode"] = viewer.Currency,
        ["minPrice"] = amount,
        ["formattedPrice"] = PriceText.Of(amount, viewer.Currency, viewer.Language),
        ["cent"] = (long)(amount * 100),
    };
}
