using System.Globalization;
using System.Net;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>The public product page in its 2023–24 layout: the data sits in <c>window.runParams</c>.</summary>
internal sealed class ProductPage(ProductCatalogue catalogue, Shelf shelf, FaultBoard faults)
{
    public async Task<IResult> ShowAsync(string name, HttpContext http, CancellationToken cancel)
    {
        await FaultGate.DelayAsync(http, Gateway.Party, "item", cancel);
        if (RobotCheck.Instead(faults, "item") is { } wall) return wall;
        if (!long.TryParse(Path.GetFileNameWithoutExtension(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || catalogue.Find(id) is not { } product)
        {
            return Results.Text("<!doctype html><html><head><title>Page Not Found</title></head><body>Sorry, the page you requested can not be found.</body></html>", "text/html", statusCode: 404);
        }

        var viewer = PageViewer.Of(http.Request);
        var data = new ProductPageData(product, shelf, viewer, $"{http.Request.Scheme}://{http.Request.Host}").Build();
        if (faults.Take(Gateway.Party, "item", FaultKinds.LayoutChange) is not null) data = LayoutChange.Of(data);
        var title = WebUtility.HtmlEncode(product.Title.In(viewer.Language));
        return Results.Text($$"""
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><title>{{title}} - AliExpress</title></head>
            <body><div id="root"><h1>{{title}}</h1></div>
            <script>
            window.runParams = {
              data: {{data.ToJsonString(Json.Compact).Replace("</", "<\\/", StringComparison.Ordinal)}}
            };
            </script></body></html>
            """, "text/html; charset=utf-8");
    }

    public IResult Description(long id, HttpContext http) => catalogue.Find(id) is { } product
        ? Results.Text(
            DescriptionWriter.Html(product, PageViewer.Of(http.Request).Language, view => Pictures.Product($"{http.Request.Scheme}://{http.Request.Host}", product, view)),
            "text/html; charset=utf-8")
        : Results.NotFound();
}
